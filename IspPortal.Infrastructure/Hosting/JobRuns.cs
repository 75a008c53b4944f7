using System.Collections.Concurrent;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Live;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Hosting;

/// <summary>Remembers how runs went: in memory for the collection lane, in the database too for the work lane, which any node may have run.</summary>
internal sealed class JobRuns(PortalContextSource source, ILiveFeed feed, TimeProvider clock, ILogger<JobRuns> logger)
{
    private readonly ConcurrentDictionary<string, Run> _runs = new(StringComparer.Ordinal);

    public Run? Find(string key) => _runs.GetValueOrDefault(key);

    public void Started(JobDeclaration job, DateTime atUtc)
    {
        _runs.AddOrUpdate(job.Key, static (_, at) => new Run(1, at, null, null, null), static (_, run, at) => run with { Running = run.Running + 1, StartedAtUtc = at }, atUtc);
        Publish(job, true, null);
    }

    public async Task EndedAsync(JobDeclaration job, DateTime startedAtUtc, TimeSpan duration, JobReport report)
    {
        _runs.AddOrUpdate(
            job.Key,
            static (_, ended) => new Run(0, ended.startedAtUtc, ended.duration, ended.report.Outcome, ended.report.Text),
            static (_, run, ended) => run with { Running = Math.Max(0, run.Running - 1), Duration = ended.duration, Outcome = ended.report.Outcome, Text = ended.report.Text },
            (startedAtUtc, duration, report));
        if (job.Schedule.Lane == JobLane.Work)
        {
            await StoreAsync(job.Key, startedAtUtc, duration, report);
        }

        Publish(job, false, report.Outcome);
    }

    private void Publish(JobDeclaration job, bool running, JobOutcome? outcome)
    {
        // Hundreds of polls a second are no news.
        if (!job.Schedule.PerSubject)
        {
            feed.Publish(JobTopics.Changes, new JobState(job.Key, running, outcome, clock.UtcNow()));
        }
    }

    private async Task StoreAsync(string key, DateTime startedAtUtc, TimeSpan duration, JobReport report)
    {
        try
        {
            await using var context = source.CreateForSystem(key);
            var record = await context.Set<JobRecord>().SingleOrDefaultAsync(record => record.Key == key, CancellationToken.None);
            if (record is null)
            {
                record = new JobRecord { Key = key, LastStartedAtUtc = startedAtUtc, Node = Environment.MachineName };
                context.Add(record);
            }

            record.LastStartedAtUtc = startedAtUtc;
            record.LastDurationMilliseconds = (long)duration.TotalMilliseconds;
            record.LastOutcome = report.Outcome;
            record.LastText = report.Text is { Length: > 2000 } text ? text[..2000] : report.Text;
            record.Node = Environment.MachineName;
            await context.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The work is done; only its record is lost.
            logger.LogError(exception, "The run of {Job} could not be recorded", key);
        }
    }

    /// <summary>How the newest run of one job on this node stands.</summary>
    internal sealed record Run(int Running, DateTime StartedAtUtc, TimeSpan? Duration, JobOutcome? Outcome, string? Text);
}
