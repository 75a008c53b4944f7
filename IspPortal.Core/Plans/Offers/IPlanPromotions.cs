using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Plans.Offers;

/// <summary>Promotions. Reading needs <see cref="PlanPermissions.PlansRead"/>, changing <see cref="PlanPermissions.PlansPrice"/>.</summary>
public interface IPlanPromotions
{
    /// <summary>Lists promotions; search over name and coupon; sorts: from (default, the latest first), name, to.</summary>
    Task<Result<Page<PromotionRow>>> ListAsync(PromotionFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One promotion, or <see cref="PlanErrors.PromotionNotFound"/>.</summary>
    Task<Result<PromotionRow>> GetAsync(Guid promotionId, CancellationToken cancellationToken);

    /// <summary>Adds one; gives its id.</summary>
    Task<Result<Guid>> AddAsync(SavePromotionRequest request, CancellationToken cancellationToken);

    /// <summary>Changes one; what was given already stays given.</summary>
    Task<Result> UpdateAsync(Guid promotionId, long version, SavePromotionRequest request, CancellationToken cancellationToken);
}
