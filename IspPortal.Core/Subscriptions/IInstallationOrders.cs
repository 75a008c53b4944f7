using IspPortal.Core.Common.Results;
using IspPortal.Core.Documents;

namespace IspPortal.Core.Subscriptions;

/// <summary>Makes out installation orders. Needs <see cref="SubscriptionsPermissions.SubscriptionsRead"/>.</summary>
public interface IInstallationOrders
{
    /// <summary>The order of a subscription, as it is now; <see cref="SubscriptionsErrors.NotFound"/>. It carries no password: a paper lies about.</summary>
    Task<Result<InstallationOrder>> MakeAsync(Guid subscriptionId, CancellationToken cancellationToken);
}
