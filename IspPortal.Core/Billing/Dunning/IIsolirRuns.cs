using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>
/// Isolir runs and runs that end lines: whom it would isolate (end) and whom it holds back, looked at by a person, then exactly those that still are to be isolated. Reading needs
/// <see cref="DunningPermissions.DunningRead"/>, all else <see cref="DunningPermissions.IsolirRun"/>, of a run that ends lines <see cref="DunningPermissions.TerminationRun"/>.
/// </summary>
public interface IIsolirRuns
{
    /// <summary>Runs, the newest first.</summary>
    Task<Result<Page<IsolirRunRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>One run; <see cref="DunningErrors.RunNotFound"/>.</summary>
    Task<Result<IsolirRunRow>> GetAsync(Guid runId, CancellationToken cancellationToken);

    /// <summary>Its accounts, those that owe most first.</summary>
    Task<Result<Page<IsolirItemRow>>> ItemsAsync(Guid runId, IsolirItemFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Has a run prepared; asking again with the same id changes nothing. <see cref="DunningErrors.RunOfDay"/>, <see cref="DunningErrors.RunDay"/>. In observe mode it only looks.</summary>
    /// <param name="runId">Made by the caller, once.</param>
    /// <param name="on">The day on which it isolates.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Result> PrepareAsync(Guid runId, DateOnly on, CancellationToken cancellationToken);

    /// <summary>Has a run prepared that ends the lines of accounts that are late for so long; as <see cref="PrepareAsync"/>. <see cref="DunningErrors.NoTermination"/>.</summary>
    /// <param name="runId">Made by the caller, once.</param>
    /// <param name="on">The day on which it ends them.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Result> PrepareTerminationAsync(Guid runId, DateOnly on, CancellationToken cancellationToken);

    /// <summary>
    /// Lets a waiting run isolate or end. Beyond its limits it also needs <see cref="DunningPermissions.IsolirOverride"/> and a reason. <see cref="DunningErrors.RunState"/>, <see cref="DunningErrors.BeyondLimit"/>,
    /// <see cref="DunningErrors.NotNow"/>, <see cref="DunningErrors.ObserveMode"/>.
    /// </summary>
    Task<Result> ApproveAsync(Guid runId, long version, string? reason, CancellationToken cancellationToken);

    /// <summary>Lets everything come back that a run isolated and that is still isolated by it, or that it ended and that had no bill since. Needs a reason.</summary>
    Task<Result> UndoAsync(Guid runId, string reason, CancellationToken cancellationToken);

    /// <summary>Throws a run away; <see cref="DunningErrors.RunState"/> once it isolated anybody.</summary>
    Task<Result> DiscardAsync(Guid runId, CancellationToken cancellationToken);
}
