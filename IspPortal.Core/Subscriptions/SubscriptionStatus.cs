namespace IspPortal.Core.Subscriptions;

/// <summary>Where a subscription stands. Follows from what happened and its holds; never set by hand.</summary>
public enum SubscriptionStatus
{
    /// <summary>Sold, not installed yet.</summary>
    Pending,

    /// <summary>In use.</summary>
    Active,

    /// <summary>Held: an overdue bill, a pause, by hand or for abuse.</summary>
    Suspended,

    /// <summary>Its time ran out and it waits to be renewed.</summary>
    Expired,

    /// <summary>Ended for good.</summary>
    Terminated,
}
