using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Subscriptions.Quota;

/// <summary>Sells data for the period that runs. Needs <see cref="SubscriptionsPermissions.SubscriptionsWrite"/> and <c>monitoring.read</c>; audited.</summary>
public interface IQuotaTopUps
{
    /// <summary>
    /// Adds data; a line that was held back or throttled for its quota is let go at once when that is enough. <see cref="SubscriptionsErrors.NoQuota"/> when its plan has none.
    /// </summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="version">What the caller saw.</param>
    /// <param name="request">How much, for how much.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result> TopUpAsync(Guid subscriptionId, long version, TopUpRequest request, CancellationToken cancellationToken);
}
