using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Plans;

/// <summary>Changes service plans; every change is audited. Writes nothing to a router.</summary>
public interface IPlanEditor
{
    /// <summary>Adds a plan with its first price, in force today. Needs <see cref="PlanPermissions.PlansWrite"/> and <see cref="PlanPermissions.PlansPrice"/>.</summary>
    Task<Result<Guid>> AddAsync(SavePlanRequest request, CancellationToken cancellationToken);

    /// <summary>Changes a plan, its prices excepted. Needs <see cref="PlanPermissions.PlansWrite"/>.</summary>
    Task<Result> UpdateAsync(Guid planId, long version, SavePlanRequest request, CancellationToken cancellationToken);

    /// <summary>Takes a plan out of sale or puts it back; those who have it keep it. Needs <see cref="PlanPermissions.PlansWrite"/>.</summary>
    Task<Result> SetActiveAsync(Guid planId, bool active, CancellationToken cancellationToken);

    /// <summary>Schedules the next price; gives its id. Needs <see cref="PlanPermissions.PlansPrice"/>.</summary>
    Task<Result<Guid>> SchedulePriceAsync(Guid planId, SchedulePriceRequest request, CancellationToken cancellationToken);

    /// <summary>Withdraws a price that is not in force yet. Needs <see cref="PlanPermissions.PlansPrice"/>.</summary>
    Task<Result> WithdrawPriceAsync(Guid planId, Guid priceId, CancellationToken cancellationToken);
}
