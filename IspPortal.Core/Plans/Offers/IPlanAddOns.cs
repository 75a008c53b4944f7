using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Plans.Offers;

/// <summary>Add-ons. Reading needs <see cref="PlanPermissions.PlansRead"/>, changing <see cref="PlanPermissions.PlansWrite"/>.</summary>
public interface IPlanAddOns
{
    /// <summary>Lists add-ons; search over code and name; sorts: name (default), code, price.</summary>
    Task<Result<Page<AddOnRow>>> ListAsync(AddOnFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One add-on, or <see cref="PlanErrors.AddOnNotFound"/>.</summary>
    Task<Result<AddOnRow>> GetAsync(Guid addOnId, CancellationToken cancellationToken);

    /// <summary>Adds one; gives its id.</summary>
    Task<Result<Guid>> AddAsync(SaveAddOnRequest request, CancellationToken cancellationToken);

    /// <summary>Changes one; those who have it keep what they pay.</summary>
    Task<Result> UpdateAsync(Guid addOnId, long version, SaveAddOnRequest request, CancellationToken cancellationToken);
}
