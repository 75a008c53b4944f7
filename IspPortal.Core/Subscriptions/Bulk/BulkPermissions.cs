using IspPortal.Core.Customers;

namespace IspPortal.Core.Subscriptions.Bulk;

/// <summary>What a change to many needs besides <see cref="SubscriptionsPermissions.SubscriptionsBulk"/>: whoever may not do it to one may not do it to all.</summary>
public static class BulkPermissions
{
    /// <summary>The permission that the same change of one subscription or customer needs.</summary>
    public static string Of(BulkChangeKind kind) => kind is BulkChangeKind.AddTag or BulkChangeKind.RemoveTag ? CustomersPermissions.CustomersWrite : SubscriptionsPermissions.SubscriptionsWrite;
}
