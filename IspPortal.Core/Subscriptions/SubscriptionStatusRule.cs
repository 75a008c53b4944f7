using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Subscriptions;

/// <summary>The one place that says which status follows from lifecycle and holds.</summary>
public static class SubscriptionStatusRule
{
    /// <summary>Pending and terminated whatever holds there are; else any hold but an expired time is a suspension, an expired time alone is expired.</summary>
    public static SubscriptionStatus StatusOf(AccessLifecycle lifecycle, AccessHolds holds) => lifecycle switch
    {
        AccessLifecycle.Pending => SubscriptionStatus.Pending,
        AccessLifecycle.Terminated => SubscriptionStatus.Terminated,
        _ when (holds & ~AccessHolds.Expired) != AccessHolds.None => SubscriptionStatus.Suspended,
        _ when holds == AccessHolds.Expired => SubscriptionStatus.Expired,
        _ => SubscriptionStatus.Active,
    };

    /// <summary>Where the line of a subscription of this status stands.</summary>
    public static AccessLifecycle LifecycleOf(SubscriptionStatus status) => status switch
    {
        SubscriptionStatus.Pending => AccessLifecycle.Pending,
        SubscriptionStatus.Terminated => AccessLifecycle.Terminated,
        _ => AccessLifecycle.Live,
    };
}
