using IspPortal.Core.Customers;
using IspPortal.Core.Subscriptions;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>A customer's lines by where they stand.</summary>
internal static class SubscriptionCounts
{
    public static CustomerLines LinesOf(Func<SubscriptionStatus, int> countOf) => new(
        countOf(SubscriptionStatus.Pending),
        countOf(SubscriptionStatus.Active),
        countOf(SubscriptionStatus.Suspended) + countOf(SubscriptionStatus.Expired),
        countOf(SubscriptionStatus.Terminated));
}
