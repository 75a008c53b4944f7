namespace IspPortal.Core.Subscriptions;

/// <summary>A pause.</summary>
/// <param name="Id">The pause.</param>
/// <param name="FromOn">Its first day.</param>
/// <param name="ToOn">Its last day.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="CreatedBy">Who agreed it.</param>
public sealed record SubscriptionPauseRow(Guid Id, DateOnly FromOn, DateOnly ToOn, SubscriptionPauseState State, string? Reason, string CreatedBy);
