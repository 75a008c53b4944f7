using IspPortal.Core.Common.Live;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring;

namespace IspPortal.Infrastructure.Monitoring;

internal sealed class RouterMonitor(LiveNetwork network, ILiveFeed feed, ICurrentActor actor) : IRouterMonitor
{
    public Result<NetworkTotals?> Totals() =>
        actor.Deny(MonitoringPermissions.MonitoringRead) is { } denied ? denied : feed.Latest(MonitoringTopics.Totals);

    public Result<RouterSnapshot?> Router(Guid routerId) =>
        actor.Deny(MonitoringPermissions.MonitoringRead) is { } denied ? denied : network.Find(routerId)?.Snapshot;

    public Result<RouterInterfaces?> Interfaces(Guid routerId) =>
        actor.Deny(MonitoringPermissions.MonitoringRead) is { } denied ? denied : network.Find(routerId)?.Interfaces;
}
