using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Monitoring;

/// <summary>The live state of routers, for pages that open before the next poll. Needs <see cref="MonitoringPermissions.MonitoringRead"/>.</summary>
public interface IRouterMonitor
{
    /// <summary>The newest totals, or null before the first poll.</summary>
    Result<NetworkTotals?> Totals();

    /// <summary>The newest snapshot of one router, or null before its first poll.</summary>
    Result<RouterSnapshot?> Router(Guid routerId);

    /// <summary>The interfaces of one router as last read, or null.</summary>
    Result<RouterInterfaces?> Interfaces(Guid routerId);
}
