using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Drift;

/// <summary>
/// Where routers differ from what they should hold. Reading needs <see cref="NetworkPermissions.RoutersRead"/>, making plans and ignoring
/// <see cref="NetworkPermissions.RoutersApply"/>, adopting <see cref="NetworkPermissions.AccessesWrite"/>.
/// </summary>
public interface IDrift
{
    /// <summary>Differences, the newest first; search (the page's or the filter's) over the key and who changed it; sorts: firstSeen, changed, key, router, kind, cost.</summary>
    Task<Result<Page<DriftRow>>> ListAsync(DriftFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Every router that was compared, by name.</summary>
    Task<Result<IReadOnlyList<DriftRouterRow>>> ListRoutersAsync(CancellationToken cancellationToken);

    /// <summary>What a selection comes to.</summary>
    Task<Result<DriftPreview>> PreviewAsync(DriftFilter selection, CancellationToken cancellationToken);

    /// <summary>Reads a router now and compares it; gives the number of differences. Writes nothing to it.</summary>
    Task<Result<int>> CompareAsync(Guid routerId, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the routers anew and makes the draft of a plan that ends the selected differences. Routers that cannot be read are told and not part of it; when none can be read, the first one's
    /// error is given.
    /// </summary>
    Task<Result<DriftPlanDraft>> ApplyAsync(DriftFilter selection, string? reason, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the routers anew and takes their values into what the portal wants, or takes over what nobody owned. Writes nothing to a router. What a line of a subscription should be is changed
    /// on the subscription, never here. Routers that cannot be read are told; when none can be, the first one's error is given.
    /// </summary>
    Task<Result<DriftAdoption>> AdoptAsync(DriftFilter selection, string reason, CancellationToken cancellationToken);

    /// <summary>Hides the selected differences until they change; gives how many.</summary>
    Task<Result<int>> IgnoreAsync(DriftFilter selection, string reason, CancellationToken cancellationToken);

    /// <summary>Shows ignored ones again; gives how many.</summary>
    Task<Result<int>> UnignoreAsync(DriftFilter selection, CancellationToken cancellationToken);
}
