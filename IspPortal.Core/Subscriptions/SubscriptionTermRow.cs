using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Subscriptions;

/// <summary>From when to when which plan at which price.</summary>
/// <param name="FromOn">The first day.</param>
/// <param name="ToOn">The last day; null: goes on.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="PlanName">Its name.</param>
/// <param name="PriceId">The version of its price.</param>
/// <param name="AgreedPrice">A price of its own, or null.</param>
/// <param name="Price">What it pays per period.</param>
/// <param name="IsTrial">Whether it was a trial.</param>
public sealed record SubscriptionTermRow(DateOnly FromOn, DateOnly? ToOn, Guid PlanId, string PlanName, Guid PriceId, Money? AgreedPrice, Money Price, bool IsTrial);
