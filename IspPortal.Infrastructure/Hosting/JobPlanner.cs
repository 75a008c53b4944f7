using IspPortal.Core.Common.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace IspPortal.Infrastructure.Hosting;

internal sealed class JobPlanner(PortalSchedulers schedulers, JobCatalog catalog, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<JobPlanner> logger) : IJobPlanner
{
    public async Task PlanAsync<TJob>(Guid subjectId, TimeSpan interval, CancellationToken cancellationToken)
        where TJob : IPortalJob
    {
        var plan = QuartzPlans.Repeating(TJob.Key, subjectId, interval, TimeSpan.Zero, clock);
        await TellAsync<TJob>(
            scheduler => scheduler.ScheduleJob(QuartzPlans.DetailOf(TJob.Key, subjectId), [plan], ScheduleJobOptions.Replacing, cancellationToken).AsTask(), cancellationToken);
    }

    public async Task RunOnceAsync<TJob>(Guid subjectId, CancellationToken cancellationToken)
        where TJob : IPortalJob
    {
        var key = QuartzPlans.KeyOf(TJob.Key, subjectId);
        await TellAsync<TJob>(
            async scheduler =>
            {
                if (!await scheduler.Exists(key, cancellationToken))
                {
                    await scheduler.AddJob(QuartzPlans.DetailOf(TJob.Key, subjectId), AddJobOptions.Replacing, cancellationToken);
                }

                await scheduler.TriggerJob(key, null, cancellationToken);
            },
            cancellationToken);
    }

    public async Task CancelAsync<TJob>(Guid subjectId, CancellationToken cancellationToken)
        where TJob : IPortalJob
    {
        await TellAsync<TJob>(scheduler => scheduler.DeleteJob(QuartzPlans.KeyOf(TJob.Key, subjectId), cancellationToken).AsTask(), cancellationToken);
    }

    // Once the portal stops there is nothing left to plan for: whoever still plans then is not at fault.
    private async Task TellAsync<TJob>(Func<IScheduler, Task> tell, CancellationToken cancellationToken)
        where TJob : IPortalJob
    {
        try
        {
            await tell(await SchedulerOfAsync<TJob>(cancellationToken));
        }
        catch (SchedulerException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            logger.LogDebug("{Job} was not planned: the portal stops", TJob.Key);
        }
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
