namespace IspPortal.Core.Subscriptions;

/// <summary>One thing that happened to a subscription. Insert-only; holds no personal data.</summary>
internal sealed class SubscriptionHistoryEntry
{
    public required Guid Id { get; init; }

    public required Guid SubscriptionId { get; init; }

    /// <summary>For the customer's time axis.</summary>
    public required Guid CustomerId { get; set; }

    public required DateTime AtUtc { get; init; }

    public required SubscriptionHistoryKind Kind { get; init; }

    /// <summary>The first day on which it counts for the bill; null: it does not concern the bill.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>What it was before, in a word (a plan's slug, a router's name, a hold's kind); null when there is none.</summary>
    public string? Before { get; init; }

    /// <summary>What it is now, the same way.</summary>
    public string? After { get; init; }

    public string? Reason { get; init; }

    public required string ActorName { get; init; }
}
