using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans.Offers;

namespace IspPortal.Core.Subscriptions.Offers;

/// <summary>A promotion that a subscription was given, as it was promised.</summary>
/// <param name="Id">This promise.</param>
/// <param name="PromotionId">The promotion.</param>
/// <param name="Name">Its name then.</param>
/// <param name="Kind">How it makes the plan cheaper.</param>
/// <param name="Percent">Of a percentage, else null.</param>
/// <param name="Amount">Of an amount, else 0.</param>
/// <param name="PayPeriods">Of pay N get M: N, else null.</param>
/// <param name="GetPeriods">Of pay N get M: M, else null.</param>
/// <param name="Periods">For how many periods; null: for as long as the line lives, or as pay N get M says.</param>
/// <param name="FromOn">The first day.</param>
/// <param name="ToOn">The last day; null: as long as the line lives.</param>
/// <param name="CreatedBy">Who gave it.</param>
public sealed record SubscriptionPromotionRow(
    Guid Id, Guid PromotionId, string Name, PromotionKind Kind, int? Percent, Money Amount, int? PayPeriods, int? GetPeriods, int? Periods, DateOnly FromOn, DateOnly? ToOn, string CreatedBy);
