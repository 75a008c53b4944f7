using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Common.Outages;

/// <summary>An outage of the plant was confirmed, or one that was is over; <see cref="IOutageFacts"/> says how it stands.</summary>
/// <param name="AggregateId">The outage.</param>
public sealed record PlantOutageChanged(Guid AggregateId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "mapping.plant_outage_changed";
}
