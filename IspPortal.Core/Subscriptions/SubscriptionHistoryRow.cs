namespace IspPortal.Core.Subscriptions;

/// <summary>One thing that happened to a subscription.</summary>
/// <param name="Id">Tells it from others.</param>
/// <param name="AtUtc">When.</param>
/// <param name="Kind">What.</param>
/// <param name="EffectiveOn">The first day on which it counts for the bill, or null.</param>
/// <param name="Before">What it was, in a word, or null.</param>
/// <param name="After">What it is now, in a word, or null.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="ActorName">Who did it.</param>
public sealed record SubscriptionHistoryRow(
    Guid Id, DateTime AtUtc, SubscriptionHistoryKind Kind, DateOnly? EffectiveOn, string? Before, string? After, string? Reason, string ActorName);
