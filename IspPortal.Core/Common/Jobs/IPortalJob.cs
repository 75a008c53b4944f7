namespace IspPortal.Core.Common.Jobs;

/// <summary>
/// A piece of work that runs by the clock, in a scope of its own and in the name of <c>system:&lt;key&gt;</c>. It is short: calls one service, reports
/// what came out. It must be idempotent, since a run that was interrupted runs again; one key never runs twice at once.
/// </summary>
public interface IPortalJob
{
    /// <summary>Stable name in kebab case, e.g. <c>outbox-retention</c>. Pages and the audit show it.</summary>
    static abstract string Key { get; }

    /// <summary>Does the work. An exception is a failed run: it is recorded and logged, and the next run comes as planned.</summary>
    Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken);
}
