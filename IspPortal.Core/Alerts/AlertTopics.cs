using IspPortal.Core.Common.Live;

namespace IspPortal.Core.Alerts;

/// <summary>The live topics of alerts.</summary>
public static class AlertTopics
{
    /// <summary>Open alerts in one value; published when one opens, changes or ends.</summary>
    public static LiveTopic<AlertSummary> Summary { get; } = new(Guid.Empty);
}
