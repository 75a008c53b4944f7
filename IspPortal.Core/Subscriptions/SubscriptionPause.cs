using IspPortal.Core.Audit;

namespace IspPortal.Core.Subscriptions;

/// <summary>Whole days on which a customer pauses a line.</summary>
[Audited("subscription-pause")]
internal sealed class SubscriptionPause
{
    public required Guid Id { get; init; }

    public required Guid SubscriptionId { get; init; }

    public required DateOnly FromOn { get; init; }

    /// <summary>The last day; moved forward when the customer comes back earlier.</summary>
    public required DateOnly ToOn { get; set; }

    public SubscriptionPauseState State { get; set; }

    [Personal]
    public string? Reason { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAtUtc { get; init; }
}
