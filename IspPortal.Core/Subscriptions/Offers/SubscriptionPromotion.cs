using IspPortal.Core.Audit;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans.Offers;

namespace IspPortal.Core.Subscriptions.Offers;

/// <summary>A promotion that a subscription was given, with the promise as it was then: what is changed about the promotion later does not change it.</summary>
[Audited("subscription-promotion")]
internal sealed class SubscriptionPromotion
{
    public required Guid Id { get; init; }

    public required Guid SubscriptionId { get; init; }

    public required Guid PromotionId { get; init; }

    public required string Name { get; init; }

    public required PromotionKind Kind { get; init; }

    public int? Percent { get; init; }

    public Money Amount { get; init; }

    public int? PayPeriods { get; init; }

    public int? GetPeriods { get; init; }

    /// <summary>For how many periods it holds; null: for as long as the line lives, or as pay N get M says.</summary>
    public int? Periods { get; init; }

    /// <summary>The first day of the first period that it covers.</summary>
    public required DateOnly FromOn { get; set; }

    /// <summary>The last day on which it holds; null: as long as the line lives.</summary>
    public DateOnly? ToOn { get; set; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public long Version { get; set; }
}
