using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Subscriptions.Bulk;

/// <summary>Changes many subscriptions at once: looked at first, done in the background, each in a transaction of its own. Needs <see cref="SubscriptionsPermissions.SubscriptionsBulk"/>; looking at a change and beginning it need what the same change of one needs besides (<see cref="BulkPermissions"/>).</summary>
public interface IBulkChanges
{
    /// <summary>The most subscriptions of one run.</summary>
    const int MostItems = 5_000;

    /// <summary>What it would do. <see cref="SubscriptionsErrors.TooMany"/>, <c>plans.price_changed</c>.</summary>
    Task<Result<BulkPreview>> PreviewAsync(BulkChangeRequest request, CancellationToken cancellationToken);

    /// <summary>Begins it under an id of the caller's; the same one twice begins one. What does not fit is listed as failed.</summary>
    Task<Result> StartAsync(Guid runId, BulkChangeRequest request, CancellationToken cancellationToken);

    /// <summary>One run, or <see cref="SubscriptionsErrors.RunNotFound"/>.</summary>
    Task<Result<BulkRunRow>> GetAsync(Guid runId, CancellationToken cancellationToken);

    /// <summary>Runs, the newest first.</summary>
    Task<Result<Page<BulkRunRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>Those of a run that could not be changed.</summary>
    Task<Result<Page<BulkFailureRow>>> ListFailuresAsync(Guid runId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stops it after the one under way.</summary>
    Task<Result> StopAsync(Guid runId, CancellationToken cancellationToken);
}
