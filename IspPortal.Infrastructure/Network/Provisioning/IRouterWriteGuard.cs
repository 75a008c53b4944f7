using IspPortal.Core.Common.Results;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Has a say before anything is written to a router: observe mode, the canary of a new version. All of them are asked.</summary>
internal interface IRouterWriteGuard
{
    /// <summary>Why nothing may be written there now, or null.</summary>
    Task<Error?> RefuseAsync(Guid routerId, CancellationToken cancellationToken);
}
