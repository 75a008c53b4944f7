using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Subscriptions.Sales;

/// <summary>Sells subscriptions. Needs <see cref="SubscriptionsPermissions.SubscriptionsWrite"/>.</summary>
public interface ISubscriptionSales
{
    /// <summary>
    /// Sells one under an id that the form made when it was opened: the same one twice gives what was sold the first time. Errors: <c>network.username_taken</c>, <c>addressing.address_given</c> at its field,
    /// <c>plans.price_changed</c>, <see cref="SubscriptionsErrors.PlanRetired"/>, <see cref="SubscriptionsErrors.AccountClosed"/>, <see cref="SubscriptionsErrors.AboveCapacity"/>.
    /// </summary>
    Task<Result<SoldSubscription>> SellAsync(Guid subscriptionId, SellSubscriptionRequest request, CancellationToken cancellationToken);

    /// <summary>The user name that the pattern would give now; another one may be faster.</summary>
    Task<Result<string>> SuggestUsernameAsync(Guid customerId, Guid planId, Guid routerId, CancellationToken cancellationToken);
}
