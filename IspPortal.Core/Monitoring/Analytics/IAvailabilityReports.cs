using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>
/// How much of the time routers and lines worked. Planned works count for nobody, nor do times in which a line was isolated, paused or held; what was not read is told apart and not judged.
/// Needs <see cref="MonitoringPermissions.MonitoringRead"/>. A time longer than 366 days or that ends before it begins: <c>common.invalid</c>.
/// </summary>
public interface IAvailabilityReports
{
    /// <summary>Each enabled router, the least reliable first; those of which nothing was read at the end.</summary>
    Task<Result<IReadOnlyList<RouterAvailabilityRow>>> ListRoutersAsync(DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken);

    /// <summary>The portal's own lines by user name; search finds parts of it.</summary>
    /// <param name="routerId">Only those that this router serves, or null: all.</param>
    /// <param name="fromUtc">Start, inclusive.</param>
    /// <param name="toUtc">End, exclusive.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result<Page<LineAvailabilityRow>>> ListLinesAsync(Guid? routerId, DateTime fromUtc, DateTime toUtc, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One line; null when the portal does not know it.</summary>
    Task<Result<LineAvailabilityRow?>> FindLineAsync(Guid accessId, DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken);
}
