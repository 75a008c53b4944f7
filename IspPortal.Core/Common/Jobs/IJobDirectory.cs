using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Common.Jobs;

/// <summary>The jobs and how they went.</summary>
public interface IJobDirectory
{
    /// <summary>Every job, ordered by key. Needs <see cref="IspPortal.Core.Jobs.JobPermissions.JobsRead"/>.</summary>
    Task<Result<IReadOnlyList<JobRow>>> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Starts a job now, beside its schedule; it returns once the run is queued. Needs <see cref="IspPortal.Core.Jobs.JobPermissions.JobsRun"/>;
    /// <see cref="JobErrors.NotFound"/>, <see cref="JobErrors.NeedsSubject"/>.
    /// </summary>
    Task<Result> RunNowAsync(string key, CancellationToken cancellationToken);
}
