using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans.Offers;

namespace IspPortal.Core.Billing.Generator;

/// <summary>A promotion that a subscription was given, as it was promised.</summary>
/// <param name="Id">The given promotion.</param>
/// <param name="Name">Its name on the bill.</param>
/// <param name="Kind">How it makes the plan cheaper.</param>
/// <param name="FromOn">The first day of the first period that it covers.</param>
public sealed record PromotionFacts(Guid Id, string Name, PromotionKind Kind, DateOnly FromOn)
{
    /// <summary>The last day on which it holds; null: no such day.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>For how many periods it holds, a part at the beginning counted as one; null: no such limit.</summary>
    public int? Periods { get; init; }

    /// <summary>The share off the price, 0–100.</summary>
    public int Percent { get; init; }

    /// <summary>The amount off the price of a period; no more than the price comes off.</summary>
    public Money Amount { get; init; }

    /// <summary>The periods paid of pay N get M.</summary>
    public int PayPeriods { get; init; }

    /// <summary>The periods got of pay N get M, at least those paid.</summary>
    public int GetPeriods { get; init; }
}
