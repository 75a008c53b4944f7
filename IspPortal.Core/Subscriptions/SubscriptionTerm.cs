using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Subscriptions;

/// <summary>From when to when a subscription had which plan at which price: what bills are made of.</summary>
internal sealed class SubscriptionTerm
{
    public required Guid SubscriptionId { get; init; }

    /// <summary>The first day. Unique per subscription: two changes of one day leave the later one.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>The last day; null: goes on.</summary>
    public DateOnly? ToOn { get; set; }

    public required Guid PlanId { get; set; }

    public required Guid PriceId { get; set; }

    public Money? AgreedPrice { get; set; }

    /// <summary>Per period of the plan.</summary>
    public required Money Price { get; set; }

    public bool IsTrial { get; set; }
}
