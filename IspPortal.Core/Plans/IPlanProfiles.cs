using IspPortal.Core.Common.Results;
using IspPortal.Core.Network;

namespace IspPortal.Core.Plans;

/// <summary>A plan on the routers. Reading needs <see cref="PlanPermissions.PlansRead"/>.</summary>
public interface IPlanProfiles
{
    /// <summary>Every enabled router, from what was last read; empty for static plans. Asks no router.</summary>
    Task<Result<IReadOnlyList<PlanProfileRow>>> ListAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>Reads the profiles of every enabled router now. One that cannot be read keeps its old reading and says why. Needs <see cref="NetworkPermissions.RoutersRead"/> too.</summary>
    Task<Result<IReadOnlyList<PlanProfileRow>>> ReadAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>Says which profile serves the plan on a router; null: the plan's own name. Needs <see cref="PlanPermissions.PlansWrite"/>.</summary>
    Task<Result> MapAsync(Guid planId, Guid routerId, string? profile, CancellationToken cancellationToken);

    /// <summary>
    /// Makes the access plan that gives profiles the plan's speed, as a draft; gives its id. <see cref="Network.Provisioning.ProvisioningErrors.NothingToDo"/> when all are in
    /// step. Needs <see cref="NetworkPermissions.RoutersApply"/>.
    /// </summary>
    Task<Result<Guid>> MendAsync(Guid planId, MendProfilesRequest request, CancellationToken cancellationToken);
}
