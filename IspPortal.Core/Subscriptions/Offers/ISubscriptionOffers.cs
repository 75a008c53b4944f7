using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Subscriptions.Offers;

/// <summary>Add-ons and promotions of a subscription. Needs <see cref="SubscriptionsPermissions.SubscriptionsWrite"/>; what bills are made of is said by <see cref="SubscriptionTermsChanged"/>.</summary>
public interface ISubscriptionOffers
{
    /// <summary>
    /// Adds an add-on; a fixed address that belongs to it is nobody else's at once and reaches the line on the add-on's first day. Field errors: <c>subscriptions.add_on_not_sold</c>, <c>subscriptions.add_on_other_plan</c>,
    /// <c>subscriptions.add_on_price_changed</c>, <c>subscriptions.add_on_quantity</c>, <c>addressing.address_given</c>.
    /// </summary>
    Task<Result> AddAddOnAsync(Guid subscriptionId, long version, AddAddOnRequest request, CancellationToken cancellationToken);

    /// <summary>Ends an add-on after <paramref name="lastOn"/> (null: today); one that has not begun never was. A fixed address that came with it goes the day after.</summary>
    Task<Result> EndAddOnAsync(Guid subscriptionId, long version, Guid subscriptionAddOnId, DateOnly? lastOn, string? reason, CancellationToken cancellationToken);

    /// <summary>
    /// Gives a promotion from the next period on. Field errors: <c>subscriptions.coupon_unknown</c>, <c>subscriptions.promotion_not_running</c>, <c>subscriptions.promotion_other_plan</c>,
    /// <c>subscriptions.promotion_new_only</c>, <c>subscriptions.promotion_used_up</c>; <see cref="SubscriptionsErrors.HasPromotion"/>.
    /// </summary>
    Task<Result> GivePromotionAsync(Guid subscriptionId, long version, WantedPromotion promotion, string? reason, CancellationToken cancellationToken);

    /// <summary>Takes the promotion that is under way or ahead back from today on; what was billed with it stays.</summary>
    Task<Result> EndPromotionAsync(Guid subscriptionId, long version, string reason, CancellationToken cancellationToken);
}
