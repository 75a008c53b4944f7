using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Runs;

/// <summary>Billing runs: a preview that a person looks at, then exactly those bills. Reading needs <see cref="BillingPermissions.BillingRead"/>.</summary>
public interface IBillingRuns
{
    /// <summary>Runs, the newest first.</summary>
    Task<Result<Page<BillingRunRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>One run; <see cref="BillingErrors.RunNotFound"/>.</summary>
    Task<Result<BillingRunRow>> GetAsync(Guid runId, CancellationToken cancellationToken);

    /// <summary>Its accounts, the most unusual first.</summary>
    Task<Result<Page<BillingItemRow>>> ItemsAsync(Guid runId, BillingItemFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The bill that one account would get on that day, computed now. Needs no run.</summary>
    Task<Result<BillPreview>> PreviewAsync(Guid billingAccountId, DateOnly throughOn, CancellationToken cancellationToken);

    /// <summary>Has a preview made; asking again with the same id changes nothing. Needs <see cref="BillingPermissions.BillingRun"/>; <see cref="BillingErrors.RunOpen"/>.</summary>
    /// <param name="runId">Made by the caller, once.</param>
    /// <param name="throughOn">The day of its bills.</param>
    /// <param name="observe">Only look: it can never be let run.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Result> PrepareAsync(Guid runId, DateOnly throughOn, bool observe, CancellationToken cancellationToken);

    /// <summary>Lets a waiting run bill. Needs <see cref="BillingPermissions.BillingApprove"/>, beyond its limit also <see cref="BillingPermissions.BillingOverride"/> and a reason; <see cref="BillingErrors.RunState"/>, <see cref="BillingErrors.BeyondLimit"/>.</summary>
    Task<Result> ApproveAsync(Guid runId, long version, string? reason, CancellationToken cancellationToken);

    /// <summary>Stops a running one after the bills it is at. Needs <see cref="BillingPermissions.BillingRun"/>.</summary>
    Task<Result> PauseAsync(Guid runId, CancellationToken cancellationToken);

    /// <summary>Lets a paused one go on. Needs <see cref="BillingPermissions.BillingRun"/>.</summary>
    Task<Result> ResumeAsync(Guid runId, CancellationToken cancellationToken);

    /// <summary>Throws a preview away. Needs <see cref="BillingPermissions.BillingRun"/>; <see cref="BillingErrors.RunState"/> once it billed.</summary>
    Task<Result> DiscardAsync(Guid runId, CancellationToken cancellationToken);
}
