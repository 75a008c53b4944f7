using System.Globalization;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace IspPortal.Infrastructure.Hosting;

/// <summary>The one job that the schedulers know: runs the portal job that the key names, in a scope and in the name of <c>system:&lt;key&gt;</c>.</summary>
[DisallowConcurrentExecution]
internal sealed class PortalJobRunner(JobCatalog catalog, JobRuns runs, IServiceScopeFactory scopes, TimeProvider clock, ILogger<PortalJobRunner> logger) : IJob
{
    public const string SubjectEntry = "subject";
    public const string ByHandEntry = "byHand";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // A subject's job is named by the subject; its group is the key.
        var map = context.MergedJobDataMap;
        var subject = map.TryGetValue(SubjectEntry, out var id) ? Guid.Parse((string)id!, CultureInfo.InvariantCulture) : (Guid?)null;
        var key = context.JobDetail.Key.Group;
        if (catalog.Find(key) is not { } job)
        {
            logger.LogWarning("The job {Job} is planned but does not exist in this version", key);
            return;
        }

        var due = (context.ScheduledFireTimeUtc ?? context.FireTimeUtc).UtcDateTime;
        await RunAsync(job, new JobContext(subject, due, map.ContainsKey(ByHandEntry)), cancellationToken);
    }

    private async Task RunAsync(JobDeclaration job, JobContext context, CancellationToken cancellationToken)
    {
        var startedAt = clock.UtcNow();
        var started = clock.GetTimestamp();
        runs.Started(job, startedAt);
        var report = JobReport.Failed("Stopped with the portal.");
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System(job.Key);
            report = await ((IPortalJob)scope.ServiceProvider.GetRequiredService(job.JobType)).RunAsync(context, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            logger.LogInformation("The job {Job} was stopped", job.Key);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The job {Job} failed", job.Key);
            report = JobReport.Failed($"{exception.GetType().Name}: {exception.Message}");
        }
        finally
        {
            var took = clock.GetElapsedTime(started);
            JobMeter.Ended(job.Key, context.ByHand ? null : startedAt - context.DueAtUtc, took, report.Outcome.ToString());
            await runs.EndedAsync(job, startedAt, took, report);
        }
    }
}
