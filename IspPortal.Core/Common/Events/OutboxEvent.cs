namespace IspPortal.Core.Common.Events;

/// <summary>One event, stored in the transaction that made it true.</summary>
internal sealed class OutboxEvent
{
    /// <summary>Counted by the database: the order of events of one aggregate.</summary>
    public long Id { get; init; }

    public required string Name { get; init; }

    public required Guid AggregateId { get; init; }

    public required string Payload { get; init; }

    public required DateTime OccurredAtUtc { get; init; }

    public List<OutboxDelivery> Deliveries { get; } = [];
}
