namespace IspPortal.Core.Common.Events;

/// <summary>One event for one handler.</summary>
internal sealed class OutboxDelivery
{
    public long Id { get; init; }

    public long EventId { get; init; }

    public OutboxEvent? Event { get; init; }

    public required string Handler { get; init; }

    /// <summary>Copied from the event: order is kept per handler and aggregate.</summary>
    public required Guid AggregateId { get; init; }

    public OutboxDeliveryState State { get; set; } = OutboxDeliveryState.Pending;

    public int Attempts { get; set; }

    public required DateTime NextAttemptAtUtc { get; set; }

    /// <summary>Which dispatcher has it, or null.</summary>
    public string? LeasedBy { get; set; }

    public DateTime? LeasedUntilUtc { get; set; }

    public DateTime? FinishedAtUtc { get; set; }

    public string? LastError { get; set; }
}
