using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Subscriptions;

/// <summary>One reason why a subscription is held back.</summary>
/// <param name="Kind">Which: one flag.</param>
/// <param name="SinceUtc">Since when.</param>
/// <param name="ActorName">Who said so.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record SubscriptionHoldRow(AccessHolds Kind, DateTime SinceUtc, string ActorName, string? Reason);
