using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Drift;

/// <summary>Observe mode of single routers. Reading needs <see cref="NetworkPermissions.RoutersRead"/>, switching <see cref="NetworkPermissions.RoutersApply"/>; every switch is audited with its reason.</summary>
public interface IObserveMode
{
    /// <summary>How a router stands.</summary>
    Task<Result<ObserveState>> GetAsync(Guid routerId, CancellationToken cancellationToken);

    /// <summary>From now on nothing is written to the router.</summary>
    Task<Result> EnterAsync(Guid routerId, string reason, CancellationToken cancellationToken);

    /// <summary>
    /// Lets plans write to the router again. It has to have been compared since it was last changed by an import (<see cref="DriftErrors.NotCompared"/>). Nothing is
    /// written by switching it off.
    /// </summary>
    Task<Result> LeaveAsync(Guid routerId, string reason, CancellationToken cancellationToken);
}
