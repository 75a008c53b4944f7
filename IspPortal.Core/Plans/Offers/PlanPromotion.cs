using IspPortal.Core.Audit;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Plans.Offers;

/// <summary>A discount with dates.</summary>
[Audited("plan-promotion")]
internal sealed class PlanPromotion
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    [NotAudited]
    public required string SearchKey { get; set; }

    /// <summary>What the customer says, upper case; null: it is given without. Unique.</summary>
    public string? Coupon { get; set; }

    public string? Description { get; set; }

    public PromotionKind Kind { get; set; }

    public int? Percent { get; set; }

    public Money Amount { get; set; }

    public int? PayPeriods { get; set; }

    public int? GetPeriods { get; set; }

    /// <summary>For how many periods a percentage or an amount holds, or how many are free; null: for as long as the line lives.</summary>
    public int? Periods { get; set; }

    public DateOnly ValidFromOn { get; set; }

    /// <summary>The last day; null: until it is switched off.</summary>
    public DateOnly? ValidToOn { get; set; }

    /// <summary>How often it is given; null: without limit.</summary>
    public int? MaxUses { get; set; }

    /// <summary>How often it was given. Counted where it is given, in the same transaction.</summary>
    [NotAudited]
    public int Uses { get; set; }

    public bool NewCustomersOnly { get; set; }

    public bool IsActive { get; set; } = true;

    public DateTime CreatedAtUtc { get; set; }

    public long Version { get; set; }
}
