using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Plans.Offers;

/// <summary>A promotion as its form says it.</summary>
/// <param name="Name">1–80 characters.</param>
/// <param name="Kind">How it makes a plan cheaper.</param>
/// <param name="ValidFromOn">Its first day, in the business zone.</param>
/// <param name="ValidToOn">Its last day; null: until it is switched off.</param>
public sealed record SavePromotionRequest(string Name, PromotionKind Kind, DateOnly ValidFromOn, DateOnly? ValidToOn)
{
    /// <summary>What the customer says; null: it is given without. Unique whatever the case.</summary>
    public string? Coupon { get; init; }

    /// <summary>Up to 500 characters, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Of a percentage: 1–100; else null.</summary>
    public int? Percent { get; init; }

    /// <summary>Of an amount: above 0; else 0.</summary>
    public Money Amount { get; init; }

    /// <summary>Of pay N get M: N.</summary>
    public int? PayPeriods { get; init; }

    /// <summary>Of pay N get M: M, more than N.</summary>
    public int? GetPeriods { get; init; }

    /// <summary>For how many periods it holds, or how many are free; null of a percentage or an amount: for as long as the line lives.</summary>
    public int? Periods { get; init; }

    /// <summary>How often it is given; null: without limit.</summary>
    public int? MaxUses { get; init; }

    /// <summary>Whether only new customers get it.</summary>
    public bool NewCustomersOnly { get; init; }

    /// <summary>The plans it is for; empty: all.</summary>
    public IReadOnlyList<Guid> PlanIds { get; init; } = [];

    /// <summary>Whether it can be had within its dates.</summary>
    public bool IsActive { get; init; } = true;
}
