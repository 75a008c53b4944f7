using System.Collections.Concurrent;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Alerts;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Monitoring.Collection;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IspPortal.Tests.Hosting;

public sealed class PlanningPerRouterTests
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Seldom = TimeSpan.FromHours(1);
    private static readonly Guid First = new("01890a5d-ac96-774b-bcce-0000000000aa");
    private static readonly Guid Second = new("01890a5d-ac96-774b-bcce-0000000000bb");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_runs_at_once_and_another_interval_replaces_it()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite");
        var (host, runs, lines) = Build(database);
        using var owned = host;
        await host.StartAsync(Token);
        var planner = host.Services.GetRequiredService<IJobPlanner>();

        await planner.PlanAsync<CountingJob>(First, Seldom, Token);
        await planner.PlanAsync<CountingJob>(Second, Seldom, Token);
        await runs.UntilAsync(First, 1);
        await runs.UntilAsync(Second, 1);

        await planner.PlanAsync<CountingJob>(First, Often, Token);
        await runs.UntilAsync(First, 6);
        Assert.Equal(1, runs.Of(Second));

        // One run of the old plan may be under way and the new one begins with one.
        await planner.PlanAsync<CountingJob>(First, Seldom, Token);
        var after = runs.Of(First);
        await planner.PlanAsync<CountingJob>(Second, Often, Token);
        await runs.UntilAsync(Second, 12);
        Assert.InRange(runs.Of(First), after, after + 2);

        await host.StopAsync(CancellationToken.None);
        Assert.Empty(lines.Errors);
    }

    [Fact]
    public async Task A_cancelled_plan_runs_no_more_and_the_others_go_on()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite");
        var (host, runs, _) = Build(database);
        using var owned = host;
        await host.StartAsync(Token);
        var planner = host.Services.GetRequiredService<IJobPlanner>();
        await planner.PlanAsync<CountingJob>(First, Often, Token);
        await planner.PlanAsync<CountingJob>(Second, Often, Token);
        await runs.UntilAsync(First, 2);
        await planner.CancelAsync<CountingJob>(First, Token);
        var after = runs.Of(First);
        await runs.UntilAsync(Second, runs.Of(Second) + 10);
        Assert.InRange(runs.Of(First), after, after + 1);

        await planner.RunOnceAsync<CountingJob>(First, Token);
        await runs.UntilAsync(First, after + 1);
        await planner.CancelAsync<CountingJob>(new Guid("01890a5d-ac96-774b-bcce-0000000000cc"), Token);
        await host.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Planning_while_the_portal_stops_is_no_fault()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite");
        var (host, runs, lines) = Build(database);
        using var owned = host;
        await host.StartAsync(Token);
        var planner = host.Services.GetRequiredService<IJobPlanner>();
        var stopped = false;
        var planning = Task.Run(
            async () =>
            {
                while (!Volatile.Read(ref stopped))
                {
                    await planner.PlanAsync<CountingJob>(First, Often, Token);
                    await planner.RunOnceAsync<CountingJob>(Second, Token);
                    await planner.CancelAsync<CountingJob>(First, Token);
                }

                // After the end, too.
                await planner.PlanAsync<CountingJob>(First, Often, Token);
            },
            Token);
        await runs.UntilAsync(Second, 3);
        await host.StopAsync(CancellationToken.None);
        Volatile.Write(ref stopped, true);
        await planning;
        var after = runs.Of(First);
        Assert.Empty(lines.Errors);
        Assert.Equal(after, runs.Of(First));
    }

    [Fact]
    public async Task A_portal_that_stops_while_it_takes_up_its_routers_logs_no_error_and_gives_them_back()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite");
        var (host, _, lines) = Build(database, services => services.AddRouterOs().AddNetwork().AddMonitoring().AddAlerts());
        using var owned = host;
        await using (var context = host.Services.GetRequiredService<PortalContextSource>().CreateForSystem("test"))
        {
            for (var i = 1; i <= 60; i++)
            {
                context.Add(new Router
                {
                    Id = Guid.CreateVersion7(),
                    Name = $"RTR-{i}",
                    NameKey = Router.KeyOf($"RTR-{i}"),
                    Host = "127.0.0.1",
                    Port = 1,
                    AddressKey = Router.KeyOf($"127.0.0.1 {i}", 1),
                    Username = "portal",
                    Password = "secret",
                    Enabled = true,
                    CreatedAtUtc = DateTime.UnixEpoch,
                });
            }

            await context.SaveChangesAsync(Token);
        }

        await host.StartAsync(Token);
        var fleet = host.Services.GetRequiredService<CollectorFleet>();
        await PortalHost.UntilAsync(() => Task.FromResult(fleet.Count >= 5), "some routers are taken up");
        await host.StopAsync(CancellationToken.None);

        Assert.InRange(fleet.Count, 5, 59);
        Assert.Empty(lines.Errors);
        await using var after = database.Open();
        Assert.Empty(await after.Set<RouterLease>().ToListAsync(Token));
    }

    private static (IHost Host, Runs Runs, LogLines Lines) Build(PortalDatabase database, Action<IServiceCollection>? more = null)
    {
        var runs = new Runs();
        var lines = new LogLines();
        var host = PortalHost.Build(database.Options, services =>
        {
            services.AddSingleton(runs).AddPortalJob<CountingJob>(JobSchedule.ForSubjects().On(JobLane.Collection));
            services.AddLogging(logging => logging.AddProvider(lines));
            more?.Invoke(services);
        });
        return (host, runs, lines);
    }

    internal sealed class Runs
    {
        private readonly ConcurrentDictionary<Guid, int> _runs = new();

        public int Of(Guid subjectId) => _runs.GetValueOrDefault(subjectId);

        public void Add(Guid subjectId) => _runs.AddOrUpdate(subjectId, 1, static (_, runs) => runs + 1);

        public Task UntilAsync(Guid subjectId, int runs) => PortalHost.UntilAsync(() => Task.FromResult(Of(subjectId) >= runs), $"{subjectId} ran {runs} times");
    }

    internal sealed class CountingJob(Runs runs) : IPortalJob
    {
        public static string Key => "test-counting";

        public Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
        {
            runs.Add(context.SubjectId!.Value);
            return Task.FromResult(JobReport.Done());
        }
    }
}
