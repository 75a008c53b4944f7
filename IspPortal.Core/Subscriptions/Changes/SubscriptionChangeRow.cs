using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Subscriptions.Changes;

/// <summary>Something that is to happen on a day.</summary>
/// <param name="Id">Tells it from others.</param>
/// <param name="Kind">What.</param>
/// <param name="DueOn">When, in the business zone.</param>
/// <param name="State">Where it stands.</param>
/// <param name="PlanName">The new plan's name, or null.</param>
/// <param name="Price">What it will pay per period, or null.</param>
/// <param name="RouterName">The new router's name, or null.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="CreatedBy">Who put it on that day.</param>
/// <param name="ErrorCode">Why it could not be done, or null.</param>
public sealed record SubscriptionChangeRow(
    Guid Id, SubscriptionChangeKind Kind, DateOnly DueOn, SubscriptionChangeState State, string? PlanName, Money? Price, string? RouterName, string? Reason, string CreatedBy, string? ErrorCode);
