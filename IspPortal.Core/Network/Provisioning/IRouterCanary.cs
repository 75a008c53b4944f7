using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Provisioning;

/// <summary>
/// Probes, without writing, every command shape that the portal uses to write, when a router's version is new to it. That happens by itself before the
/// first write; while the probe is not good, nothing is written there. Looking needs <see cref="NetworkPermissions.RoutersRead"/>, probing
/// <see cref="NetworkPermissions.RoutersOperate"/>.
/// </summary>
public interface IRouterCanary
{
    /// <summary>The last probe; null when there was none yet.</summary>
    Task<Result<CanaryReport?>> GetAsync(Guid routerId, CancellationToken cancellationToken);

    /// <summary>Probes now. An error means that the router could not be asked, not that a shape failed.</summary>
    Task<Result<CanaryReport>> ProbeAsync(Guid routerId, CancellationToken cancellationToken);
}
