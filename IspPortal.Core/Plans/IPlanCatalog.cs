using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Plans;

/// <summary>Reads service plans and what they cost on a day. Needs <see cref="PlanPermissions.PlansRead"/>.</summary>
public interface IPlanCatalog
{
    /// <summary>Lists plans; search over name and slug; sorts: order (default), name, down, price, state.</summary>
    Task<Result<Page<PlanRow>>> ListAsync(PlanFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One plan, or <see cref="PlanErrors.PlanNotFound"/>.</summary>
    Task<Result<PlanDetails>> GetAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>What the plan costs on a day; <see cref="PlanErrors.NoPriceOn"/> before its first price.</summary>
    Task<Result<PlanPriceRow>> PriceOnAsync(Guid planId, DateOnly on, CancellationToken cancellationToken);

    /// <summary>
    /// The same, when the price is still the one that was looked at; else <see cref="PlanErrors.PriceChanged"/> with the one in force. For those who sell:
    /// a form that stood open while the price changed must not sell at the old one unseen.
    /// </summary>
    Task<Result<PlanPriceRow>> ConfirmPriceAsync(Guid planId, Guid priceId, DateOnly on, CancellationToken cancellationToken);
}
