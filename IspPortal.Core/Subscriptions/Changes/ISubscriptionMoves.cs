using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Subscriptions.Changes;

/// <summary>
/// Changes what a subscription is: plan, router, house, account, user name, password, device. Needs <see cref="SubscriptionsPermissions.SubscriptionsWrite"/> unless said otherwise. The line and
/// its past stay the same.
/// </summary>
public interface ISubscriptionMoves
{
    /// <summary>Another plan or price, now, with the next period or on a day. <c>plans.price_changed</c> when the price that was looked at is not in force then.</summary>
    Task<Result> ChangePlanAsync(Guid subscriptionId, long version, ChangePlanRequest request, CancellationToken cancellationToken);

    /// <summary>Takes a change that could not be done on its day off the page: somebody has seen it. <see cref="SubscriptionsErrors.ChangeNotFound"/> for any other.</summary>
    Task<Result> DismissChangeAsync(Guid subscriptionId, Guid changeId, CancellationToken cancellationToken);

    /// <summary>Another router, now or on a day.</summary>
    Task<Result> MoveRouterAsync(Guid subscriptionId, long version, Guid routerId, DateOnly? onDay, string? reason, CancellationToken cancellationToken);

    /// <summary>Another house, and with it perhaps another router.</summary>
    Task<Result> MoveHouseAsync(Guid subscriptionId, long version, MoveHouseRequest request, CancellationToken cancellationToken);

    /// <summary>Another billing account of the same customer.</summary>
    Task<Result> MoveAccountAsync(Guid subscriptionId, long version, Guid billingAccountId, CancellationToken cancellationToken);

    /// <summary>Another user name; <c>network.username_taken</c>. The modem has to be given it before it can dial again.</summary>
    Task<Result> RenameAsync(Guid subscriptionId, long version, string username, CancellationToken cancellationToken);

    /// <summary>A new generated password, shown this once. Needs <see cref="SubscriptionsPermissions.SubscriptionsPassword"/>.</summary>
    Task<Result<string>> NewPasswordAsync(Guid subscriptionId, long version, CancellationToken cancellationToken);

    /// <summary>Binds the line to a device and an address. Needs <see cref="SubscriptionsPermissions.SubscriptionsActivate"/>; <c>addressing.address_given</c> at its field.</summary>
    Task<Result> BindLineAsync(Guid subscriptionId, long version, BindLineRequest request, CancellationToken cancellationToken);
}
