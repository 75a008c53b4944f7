using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Routers;

/// <summary>Reads routers. Needs <see cref="NetworkPermissions.RoutersRead"/>.</summary>
public interface IRouterDirectory
{
    /// <summary>Lists routers; search over name, host, site, identity and tags; sorts: name, host, site, state, version, cpu, sessions, down, up, lastSeen.</summary>
    Task<Result<Page<RouterRow>>> ListAsync(RouterFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One router, or <see cref="NetworkErrors.RouterNotFound"/>.</summary>
    Task<Result<RouterDetails>> GetAsync(Guid routerId, CancellationToken cancellationToken);

    /// <summary>Every router with coordinates, for the map.</summary>
    Task<Result<IReadOnlyList<RouterRow>>> ListPlacedAsync(CancellationToken cancellationToken);
}
