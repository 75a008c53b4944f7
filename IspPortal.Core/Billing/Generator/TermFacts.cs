using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Core.Billing.Generator;

/// <summary>A plan at a price, from a day to a day.</summary>
/// <param name="FromOn">The first day.</param>
/// <param name="ToOn">The last; null: goes on.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="PlanName">Its name on the bill.</param>
/// <param name="PriceId">The version of its price.</param>
/// <param name="Price">What one period costs.</param>
/// <param name="Period">How long one is.</param>
public sealed record TermFacts(DateOnly FromOn, DateOnly? ToOn, Guid PlanId, string PlanName, Guid PriceId, Money Price, PlanPeriod Period)
{
    /// <summary>The tax rule of all that it costs, the deposit excepted; empty: none.</summary>
    public string TaxCode { get; init; } = "";

    /// <summary>Costs nothing and makes no line.</summary>
    public bool IsTrial { get; init; }

    /// <summary>Once, with the first term.</summary>
    public Money SetUpFee { get; init; }

    /// <summary>Once, with the first term.</summary>
    public Money InstallationFee { get; init; }

    /// <summary>Once, with the first term; given back at the end.</summary>
    public Money Deposit { get; init; }

    /// <summary>For leaving in this term before the contract's months are over.</summary>
    public Money EarlyEndFee { get; init; }
}
