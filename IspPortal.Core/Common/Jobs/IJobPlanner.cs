namespace IspPortal.Core.Common.Jobs;

/// <summary>Starts and stops jobs that run once per subject (a router each).</summary>
public interface IJobPlanner
{
    /// <summary>Runs <typeparamref name="TJob"/> for <paramref name="subjectId"/> at that pace from now on; a plan that is there already is replaced.</summary>
    Task PlanAsync<TJob>(Guid subjectId, TimeSpan interval, CancellationToken cancellationToken)
        where TJob : IPortalJob;

    /// <summary>Runs it once, as soon as a worker is free.</summary>
    Task RunOnceAsync<TJob>(Guid subjectId, CancellationToken cancellationToken)
        where TJob : IPortalJob;

    /// <summary>Stops it for <paramref name="subjectId"/>; nothing happens when it was not planned. A run under way ends by itself.</summary>
    Task CancelAsync<TJob>(Guid subjectId, CancellationToken cancellationToken)
        where TJob : IPortalJob;
}
