using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Provisioning;

/// <summary>Plans: made, looked at, applied, stopped and taken back. Reading needs <see cref="NetworkPermissions.RoutersRead"/>, everything else <see cref="NetworkPermissions.RoutersApply"/>.</summary>
public interface IAccessPlans
{
    /// <summary>Lists plans, the newest first; search over reason and author; sorts: created, ended, state.</summary>
    Task<Result<Page<AccessPlanRow>>> ListAsync(AccessPlanFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One plan, or <see cref="ProvisioningErrors.PlanNotFound"/>.</summary>
    Task<Result<AccessPlanDetails>> GetAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>The steps of a plan in order; search over the key.</summary>
    Task<Result<Page<PlanStepRow>>> ListStepsAsync(Guid planId, PlanStepFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>What a plan leaves alone, and why.</summary>
    Task<Result<Page<PlanFinding>>> ListFindingsAsync(Guid planId, Guid? routerId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the routers, compares and stores the plan as a draft; gives its id. A router that cannot be read is in the plan with its error and
    /// without steps; when none can be read the error is given. Writes nothing to a router.
    /// </summary>
    Task<Result<Guid>> CreateAsync(CreateAccessPlanRequest request, CancellationToken cancellationToken);

    /// <summary>Starts applying a draft in the background; in observe mode it becomes *observed* and nothing is written.</summary>
    Task<Result> ApplyAsync(Guid planId, long version, CancellationToken cancellationToken);

    /// <summary>Stops after the steps under way.</summary>
    Task<Result> StopAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>Goes on with a stopped plan, failed steps included.</summary>
    Task<Result> ResumeAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>Throws a draft away.</summary>
    Task<Result> DiscardAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>Makes the draft that takes back what this plan did, in reverse order; gives its id.</summary>
    Task<Result<Guid>> UndoAsync(Guid planId, CancellationToken cancellationToken);
}
