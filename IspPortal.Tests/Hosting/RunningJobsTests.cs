using System.Collections.Concurrent;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Identity;
using IspPortal.Core.Jobs;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Identity;
using IspPortal.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace IspPortal.Tests.Hosting;

public sealed class RunningJobsTests
{
    private static readonly Guid Router = new("01890a5d-ac96-774b-bcce-0000000000cc");

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Jobs_run_by_the_clock_by_hand_and_per_subject_and_say_how_it_went(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        var journal = new Journal();
        using var host = PortalHost.Build(database.Options, services => services
            .AddSingleton(journal)
            .AddPortalJob<TickJob>(JobSchedule.Every(TimeSpan.FromMilliseconds(200)))
            .AddPortalJob<BrokenJob>(JobSchedule.ByHand())
            .AddPortalJob<RouterJob>(JobSchedule.ForSubjects().On(JobLane.Collection)));
        await host.StartAsync(TestContext.Current.CancellationToken);
        try
        {
            await PortalHost.UntilAsync(() => Task.FromResult(journal.Lines.Count(line => line == "system:test-tick") >= 2), "the clock runs the job twice");

            var planner = host.Services.GetRequiredService<IJobPlanner>();
            await planner.PlanAsync<RouterJob>(Router, TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
            await PortalHost.UntilAsync(() => Task.FromResult(journal.Lines.Contains($"router {Router}")), "the subject's job runs");
            await planner.CancelAsync<RouterJob>(Router, TestContext.Current.CancellationToken);

            await using var scope = host.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = new TestActor(JobPermissions.JobsRead, JobPermissions.JobsRun).Actor;
            var jobs = scope.ServiceProvider.GetRequiredService<IJobDirectory>();
            Assert.True((await jobs.RunNowAsync(BrokenJob.Key, TestContext.Current.CancellationToken)).Succeeded);
            Assert.Equal("jobs.not_found", (await jobs.RunNowAsync("nothing", TestContext.Current.CancellationToken)).Error?.Code);
            Assert.Equal("jobs.needs_subject", (await jobs.RunNowAsync(RouterJob.Key, TestContext.Current.CancellationToken)).Error?.Code);

            JobRow? broken = null;
            await PortalHost.UntilAsync(
                async () =>
                {
                    broken = (await jobs.ListAsync(TestContext.Current.CancellationToken)).Value.Single(row => row.Key == BrokenJob.Key);
                    return broken.LastOutcome is not null;
                },
                "the broken job's run is recorded");
            Assert.Equal((JobOutcome.Failed, "InvalidOperationException: no route (by hand: True)", (DateTime?)null), (broken!.LastOutcome, broken.LastText, broken.NextRunAtUtc));

            var list = (await jobs.ListAsync(TestContext.Current.CancellationToken)).Value;
            var tick = list.Single(row => row.Key == TickJob.Key);
            Assert.Equal((JobOutcome.Succeeded, "1 tick"), (tick.LastOutcome, tick.LastText));
            Assert.NotNull(tick.NextRunAtUtc);
            Assert.Contains(list, row => row.Key == "outbox-retention" && row.TimeOfDay == new TimeOnly(3, 10) && row.NextRunAtUtc is not null);

            var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
            Assert.True(health.Status == HealthStatus.Healthy, string.Join("; ", health.Entries.Select(entry => $"{entry.Key} {entry.Value.Status} {entry.Value.Description}")));
            Assert.Equal(4, health.Entries.Count);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }

        // Another start knows the last run from the database.
        using var next = PortalHost.Build(database.Options, services => services.AddSingleton(journal).AddPortalJob<BrokenJob>(JobSchedule.ByHand()));
        await using var later = next.Services.CreateAsyncScope();
        later.ServiceProvider.GetRequiredService<CurrentActor>().Actor = new TestActor(JobPermissions.JobsRead).Actor;
        var rows = await later.ServiceProvider.GetRequiredService<IJobDirectory>().ListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(JobOutcome.Failed, rows.Value.Single(row => row.Key == BrokenJob.Key).LastOutcome);
    }

    internal sealed class Journal
    {
        public ConcurrentQueue<string> Lines { get; } = new();
    }

    internal sealed class TickJob(Journal journal, ICurrentActor actor) : IPortalJob
    {
        public static string Key => "test-tick";

        public Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
        {
            journal.Lines.Enqueue(actor.Actor.Name);
            return Task.FromResult(JobReport.Done("1 tick"));
        }
    }

    internal sealed class BrokenJob : IPortalJob
    {
        public static string Key => "test-broken";

        public Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) => throw new InvalidOperationException($"no route (by hand: {context.ByHand})");
    }

    internal sealed class RouterJob(Journal journal) : IPortalJob
    {
        public static string Key => "test-router";

        public Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
        {
            journal.Lines.Enqueue($"router {context.SubjectId}");
            return Task.FromResult(JobReport.Done());
        }
    }
}
