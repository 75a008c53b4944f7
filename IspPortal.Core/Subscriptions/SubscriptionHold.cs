using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Subscriptions;

/// <summary>One reason why a subscription is held back now, with who said so.</summary>
internal sealed class SubscriptionHold
{
    public required Guid SubscriptionId { get; init; }

    /// <summary>Exactly one flag.</summary>
    public required AccessHolds Kind { get; init; }

    public required DateTime SinceUtc { get; init; }

    public required string ActorName { get; init; }

    public string? Reason { get; init; }
}
