using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Network;

namespace IspPortal.Infrastructure.Monitoring;

internal sealed class LiveRouters(LiveNetwork network, TimeProvider clock) : ILiveRouters
{
    public RouterStatus? StatusOf(Guid routerId)
    {
        if (network.Find(routerId) is not { } view)
        {
            return null;
        }

        var snapshot = view.Snapshot;
        var fresh = view.IsFreshAt(clock.UtcNow());
        var health = snapshot.Health;
        return new RouterStatus(
            snapshot.State,
            snapshot.ErrorCode,
            health?.Identity,
            health?.RouterOsVersion,
            health?.Board,
            fresh ? health?.CpuPercent : null,
            fresh && health is { MemoryTotalBytes: > 0, MemoryUsedBytes: { } used } ? 100.0 * used / health.MemoryTotalBytes : null,
            health?.Uptime,
            snapshot.Sessions,
            fresh ? snapshot.DownBitsPerSecond : null,
            fresh ? snapshot.UpBitsPerSecond : null,
            snapshot.Cost?.BusyPercent,
            snapshot.LastGoodPollAtUtc);
    }

    public AccessPresence PresenceOf(Guid routerId, Guid accessId) =>
        network.Find(routerId) is not { SessionsReadAtUtc: not null } view || !view.IsFreshAt(clock.UtcNow()) ? AccessPresence.Unknown
        : view.IndexOfAccess.ContainsKey(accessId) ? AccessPresence.Online
        : AccessPresence.Offline;

    public SessionRow? SessionOf(Guid routerId, Guid accessId) => network.Find(routerId)?.SessionOf(accessId, clock.UtcNow());

    public SessionRow? LastOf(Guid routerId, Guid accessId, Guid sessionId) => network.Find(routerId)?.LastOf(accessId, sessionId);
}
