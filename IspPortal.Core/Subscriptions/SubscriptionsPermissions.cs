namespace IspPortal.Core.Subscriptions;

/// <summary>What one may be allowed to do with subscriptions.</summary>
public static class SubscriptionsPermissions
{
    /// <summary>See subscriptions and what happened to them.</summary>
    public const string SubscriptionsRead = "subscriptions.read";

    /// <summary>Sell, change plans, move, pause, renew and end.</summary>
    public const string SubscriptionsWrite = "subscriptions.write";

    /// <summary>Put a sold line into service, try a router again, bind it to a device.</summary>
    public const string SubscriptionsActivate = "subscriptions.activate";

    /// <summary>Hold a line by hand or for abuse, and let it go again.</summary>
    public const string SubscriptionsHold = "subscriptions.hold";

    /// <summary>Make a new password, which is shown once.</summary>
    public const string SubscriptionsPassword = "subscriptions.password";

    /// <summary>Change many at once.</summary>
    public const string SubscriptionsBulk = "subscriptions.bulk";

    /// <summary>Agree a price that is not the plan's.</summary>
    public const string SubscriptionsPrice = "subscriptions.price";
}
