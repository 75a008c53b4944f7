using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>How full interfaces are and when they will be full. Needs <see cref="MonitoringPermissions.MonitoringRead"/>.</summary>
public interface ICapacityForecasts
{
    /// <summary>The interfaces of enabled routers, by router and the router's order. Those that nothing was ever read of are left out.</summary>
    /// <param name="routerId">Only of this router, or null: all.</param>
    /// <param name="page">Which page; search finds parts of the interface's name, its comment and the router's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result<Page<InterfaceCapacityRow>>> ListAsync(Guid? routerId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The days behind the trend of one interface, the earliest first.</summary>
    Task<Result<IReadOnlyList<DailyPeak>>> ListDaysAsync(Guid routerId, string interfaceName, CancellationToken cancellationToken);
}
