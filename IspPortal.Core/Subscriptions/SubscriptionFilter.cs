namespace IspPortal.Core.Subscriptions;

/// <summary>Which subscriptions.</summary>
/// <param name="Status">Of this status, or null.</param>
/// <param name="PlanId">On this plan, or null.</param>
/// <param name="RouterId">Served by this router, or null.</param>
/// <param name="CustomerId">Of this customer, or null.</param>
public sealed record SubscriptionFilter(SubscriptionStatus? Status = null, Guid? PlanId = null, Guid? RouterId = null, Guid? CustomerId = null)
{
    /// <summary>Only those of this billing account, or null.</summary>
    public Guid? BillingAccountId { get; init; }

    /// <summary>Only those whose time ends within so many days from today (0: today), or null.</summary>
    public int? EndsWithinDays { get; init; }

    /// <summary>Only those whose router was not told yet, or could not be.</summary>
    public bool Unsettled { get; init; }

    /// <summary>Only trials.</summary>
    public bool Trials { get; init; }
}
