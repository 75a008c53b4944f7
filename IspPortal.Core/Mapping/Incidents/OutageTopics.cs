using IspPortal.Core.Common.Live;

namespace IspPortal.Core.Mapping.Incidents;

/// <summary>The live topics of outages.</summary>
public static class OutageTopics
{
    /// <summary>Every outage that is open, published when one changes.</summary>
    public static LiveTopic<OutageBoard> Board { get; } = new(Guid.Empty);
}
