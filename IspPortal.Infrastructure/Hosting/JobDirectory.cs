using IspPortal.Core.Audit;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Jobs;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace IspPortal.Infrastructure.Hosting;

internal sealed class JobDirectory(
    JobCatalog catalog,
    JobRuns runs,
    PortalSchedulers schedulers,
    IDbContextFactory<PortalDbContext> contexts,
    ICurrentActor actor,
    IAuditWriter audit) : IJobDirectory
{
    public async Task<Result<IReadOnlyList<JobRow>>> ListAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(JobPermissions.JobsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var records = await context.Set<JobRecord>().AsNoTracking().ToDictionaryAsync(record => record.Key, StringComparer.Ordinal, cancellationToken);
        var rows = new List<JobRow>();
        foreach (var job in catalog.All)
        {
            rows.Add(Row(job, runs.Find(job.Key), records.GetValueOrDefault(job.Key), await NextRunAsync(job, cancellationToken)));
        }

        return rows;
    }

    public async Task<Result> RunNowAsync(string key, CancellationToken cancellationToken)
    {
        if (actor.Deny(JobPermissions.JobsRun) is { } denied)
        {
            return denied;
        }

        if (catalog.Find(key) is not { } job)
        {
            return JobErrors.NotFound(key);
        }

        if (job.Schedule.PerSubject)
        {
            return JobErrors.NeedsSubject(key);
        }

        var scheduler = await schedulers.OfAsync(job.Schedule.Lane, cancellationToken);
        await scheduler.TriggerJob(QuartzPlans.KeyOf(key), new JobDataMap { { PortalJobRunner.ByHandEntry, "true" } }, cancellationToken);
        await audit.WriteAsync("run_by_hand", "job", key, null, cancellationToken);
        return Result.Success;
    }

    private static JobRow Row(JobDeclaration job, JobRuns.Run? run, JobRecord? record, DateTime? next)
    {
        // The database knows of runs on other nodes and before this start; memory knows of the run under way.
        var newest = run?.Duration is not null && (record is null || run.StartedAtUtc >= record.LastStartedAtUtc) ? run : null;
        return new JobRow(
            job.Key,
            job.Schedule.Lane,
            job.Schedule.Interval,
            job.Schedule.TimeOfDay,
            job.Schedule.PerSubject,
            run?.Running > 0,
            run?.StartedAtUtc ?? record?.LastStartedAtUtc,
            newest?.Duration ?? (record?.LastDurationMilliseconds is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null),
            newest?.Outcome ?? record?.LastOutcome,
            newest is null ? record?.LastText : newest.Text,
            next);
    }

    private async Task<DateTime?> NextRunAsync(JobDeclaration job, CancellationToken cancellationToken)
    {
        if (job.Schedule.PerSubject)
        {
            return null;
        }

        var scheduler = await schedulers.OfAsync(job.Schedule.Lane, cancellationToken);
        var trigger = await scheduler.GetTrigger(QuartzPlans.TriggerOf(job.Key), cancellationToken);
        return trigger?.NextFireTimeUtc?.UtcDateTime;
    }
}
