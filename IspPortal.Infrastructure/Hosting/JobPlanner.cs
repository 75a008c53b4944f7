using IspPortal.Core.Common.Jobs;
using Quartz;

namespace IspPortal.Infrastructure.Hosting;

internal sealed class JobPlanner(PortalSchedulers schedulers, JobCatalog catalog, TimeProvider clock) : IJobPlanner
{
    public async Task PlanAsync<TJob>(Guid subjectId, TimeSpan interval, CancellationToken cancellationToken)
        where TJob : IPortalJob
    {
        var scheduler = await SchedulerOfAsync<TJob>(cancellationToken);
        await scheduler.ScheduleJob(
            QuartzPlans.DetailOf(TJob.Key, subjectId), [QuartzPlans.Repeating(TJob.Key, subjectId, interval, TimeSpan.Zero, clock)], ScheduleJobOptions.Replacing, cancellationToken);
    }

    public async Task RunOnceAsync<TJob>(Guid subjectId, CancellationToken cancellationToken)
        where TJob : IPortalJob
    {
        var scheduler = await SchedulerOfAsync<TJob>(cancellationToken);
        var key = QuartzPlans.KeyOf(TJob.Key, subjectId);
        if (!await scheduler.Exists(key, cancellationToken))
        {
            await scheduler.AddJob(QuartzPlans.DetailOf(TJob.Key, subjectId), AddJobOptions.Replacing, cancellationToken);
        }

        await scheduler.TriggerJob(key, null, cancellationToken);
    }

    public async Task CancelAsync<TJob>(Guid subjectId, CancellationToken cancellationToken)
        where TJob : IPortalJob
    {
        var scheduler = await SchedulerOfAsync<TJob>(cancellationToken);
        await scheduler.DeleteJob(QuartzPlans.KeyOf(TJob.Key, subjectId), cancellationToken);
    }

    private ValueTask<IScheduler> SchedulerOfAsync<TJob>(CancellationToken cancellationToken)
        where TJob : IPortalJob
    {
        var job = catalog.Find(TJob.Key) ?? throw new InvalidOperationException($"{TJob.Key} is not registered: services.AddPortalJob<{typeof(TJob).Name}>(JobSchedule.ForSubjects()).");
        return job.Schedule.PerSubject
            ? schedulers.OfAsync(job.Schedule.Lane, cancellationToken)
            : throw new InvalidOperationException($"{TJob.Key} has a schedule of its own and takes no subjects.");
    }
}
