using IspPortal.Core.Common.Jobs;

namespace IspPortal.Tests.Monitoring;

/// <summary>Notes what is planned; a test runs it.</summary>
internal sealed class HandPlanner : IJobPlanner
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, TimeSpan> _plans = [];

    public IReadOnlyCollection<Guid> Planned
    {
        get
        {
            lock (_gate)
            {
                return [.. _plans.Keys];
            }
        }
    }

    public Task PlanAsync<TJob>(Guid subjectId, TimeSpan interval, CancellationToken cancellationToken)
        where TJob : IPortalJob
    {
        lock (_gate)
        {
            _plans[subjectId] = interval;
        }

        return Task.CompletedTask;
    }

    public Task RunOnceAsync<TJob>(Guid subjectId, CancellationToken cancellationToken)
        where TJob : IPortalJob => Task.CompletedTask;

    public Task CancelAsync<TJob>(Guid subjectId, CancellationToken cancellationToken)
        where TJob : IPortalJob
    {
        lock (_gate)
        {
            _plans.Remove(subjectId);
        }

        return Task.CompletedTask;
    }
}
