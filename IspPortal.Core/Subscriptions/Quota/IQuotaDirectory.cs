using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Subscriptions.Quota;

/// <summary>What subscriptions used of their quota. Needs <see cref="SubscriptionsPermissions.SubscriptionsRead"/>; what was used also <c>monitoring.read</c>.</summary>
public interface IQuotaDirectory
{
    /// <summary>One subscription's quota; <see cref="SubscriptionsErrors.NotFound"/> when there is no such subscription.</summary>
    Task<Result<QuotaDetails>> GetAsync(Guid subscriptionId, CancellationToken cancellationToken);

    /// <summary>The use of several, e.g. of the rows of a page; those without a quota are left out.</summary>
    Task<Result<IReadOnlyDictionary<Guid, QuotaUse>>> UsesAsync(IReadOnlyCollection<Guid> subscriptionIds, CancellationToken cancellationToken);
}
