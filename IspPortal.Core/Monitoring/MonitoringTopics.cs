using IspPortal.Core.Common.Live;

namespace IspPortal.Core.Monitoring;

/// <summary>The live topics of monitoring.</summary>
public static class MonitoringTopics
{
    /// <summary>The whole network in one value; published after polls, at most a few times a second.</summary>
    public static LiveTopic<NetworkTotals> Totals { get; } = new(Guid.Empty);

    /// <summary>One batch per poll of one router.</summary>
    public static LiveTopic<RouterSnapshot> Router(Guid routerId) => new(routerId);

    /// <summary>One access. Subscribing makes the router stream its rate each second; without a watcher there is no value.</summary>
    public static LiveTopic<AccessRate> Access(Guid accessId) => new(accessId);

    /// <summary>The interfaces of one router, per counters poll; while somebody watches.</summary>
    public static LiveTopic<RouterInterfaces> Interfaces(Guid routerId) => new(routerId);

    /// <summary>New lines of one router's log; while somebody watches the router streams them.</summary>
    public static LiveTopic<RouterLogTail> Log(Guid routerId) => new(routerId);
}
