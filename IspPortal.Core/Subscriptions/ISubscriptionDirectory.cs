using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Subscriptions;

/// <summary>Reads subscriptions. Needs <see cref="SubscriptionsPermissions.SubscriptionsRead"/>.</summary>
public interface ISubscriptionDirectory
{
    /// <summary>
    /// Lists subscriptions. The search finds parts of number, user name, fixed address and MAC address, and everything by which their customers are found; one and two letters at the beginning
    /// of a word. More than a thousand rows that it finds may not be counted: <see cref="Page{T}.TotalIsAtLeast"/>. Sorts: number (default, the newest first), username, starts, ends, updated.
    /// </summary>
    Task<Result<Page<SubscriptionRow>>> ListAsync(SubscriptionFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One subscription, or <see cref="SubscriptionsErrors.NotFound"/>.</summary>
    Task<Result<SubscriptionDetails>> GetAsync(Guid subscriptionId, CancellationToken cancellationToken);

    /// <summary>The subscription that a line serves; null when it serves none.</summary>
    Task<Result<SubscriptionRow?>> FindByAccessAsync(Guid accessId, CancellationToken cancellationToken);

    /// <summary>What happened, the newest first; of what happened at one moment the last first.</summary>
    Task<Result<Page<SubscriptionHistoryRow>>> ListHistoryAsync(Guid subscriptionId, PageRequest page, CancellationToken cancellationToken);
}
