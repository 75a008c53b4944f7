using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Monitoring;

/// <summary>Two processes of the portal over one PostgreSQL database and the same emulated routers.</summary>
public sealed class TwoNodesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_router_is_read_by_one_and_seen_by_both()
    {
        await using var scene = await Scene.StartAsync(routers: 3);
        await scene.PassAsync(rounds: 4);

        scene.AssertEachPolledOnce();
        Assert.True(scene.A.Totals.KeepsHistory ^ scene.B.Totals.KeepsHistory);
        foreach (var id in scene.RouterIds)
        {
            var (here, there) = scene.A.Planner.Planned.Contains(id) ? (scene.A, scene.B) : (scene.B, scene.A);
            var read = here.Network.Find(id)!;
            var seen = there.Network.Find(id)!;
            Assert.Null(read.HeardAtUtc);
            Assert.NotNull(seen.HeardAtUtc);
            Assert.Equal(RouterState.Online, seen.Snapshot.State);
            Assert.Equal(read.Snapshot.Sessions, seen.Snapshot.Sessions);
            Assert.True(seen.Snapshot.DownBitsPerSecond > 0);
            Assert.Equal(read.Sessions.Select(s => s.Row.SessionId), seen.Sessions.Select(s => s.Row.SessionId));
            Assert.All(seen.Sessions, s => Assert.NotNull(seen.SessionOf(s.Row.AccessId, scene.Now)));
            Assert.NotEmpty(seen.Interfaces!.Items);
        }

        Assert.Equal(scene.A.Totals.Sum().OnlineSessions, scene.B.Totals.Sum().OnlineSessions);
        Assert.Equal(3, scene.B.Totals.Sum().RoutersOnline);
        await scene.AssertNothingDoubledAsync(polls: 4);
    }

    [Fact]
    public async Task The_other_takes_over_from_a_node_that_died_and_shows_unknown_until_then()
    {
        await using var scene = await Scene.StartAsync(routers: 2);
        await scene.A.TurnAsync();
        await scene.PassAsync(rounds: 3);
        Assert.Equal((2, 0), (scene.A.Fleet.Count, scene.B.Fleet.Count));
        var sessions = scene.B.Totals.Sum().OnlineSessions;
        var before = await scene.OpenAsync();

        // It says nothing more, and gives nothing back.
        await Task.Delay(TimeSpan.FromSeconds(35), scene.Clock, Token);
        await scene.B.Relay.ReceiveAsync(Token);
        var totals = scene.B.Totals.Sum();
        Assert.Equal(((int?)null, sessions!.Value, 2), (totals.OnlineSessions, totals.UnknownSessions, totals.RoutersUnknown));
        Assert.Null(totals.DownBitsPerSecond);
        var view = scene.B.Network.Find(scene.RouterIds[0])!;
        Assert.All(view.Sessions, s => Assert.True(view.Show(s.Row, scene.Now).IsStale));

        await scene.B.TurnAsync();
        await Task.Delay(TimeSpan.FromSeconds(10), scene.Clock, Token);
        await scene.B.TurnAsync();
        Assert.Equal(2, scene.B.Fleet.Count);
        Assert.Equal(sessions, scene.B.Totals.Sum().OnlineSessions);
        Assert.Equal(before, await scene.OpenAsync());

        // The dead one was only asleep: it finds out before it reads anything, and shows what the other reads.
        await scene.A.PollAsync();
        Assert.Equal(0, scene.A.Fleet.Count);
        await scene.PassAsync(rounds: 2);
        scene.AssertEachPolledOnce();
        Assert.Equal(sessions, scene.A.Totals.Sum().OnlineSessions);
        Assert.Equal(before, await scene.OpenAsync());
    }

    [Fact]
    public async Task A_node_that_stops_in_order_leaves_its_routers_at_once()
    {
        await using var scene = await Scene.StartAsync(routers: 2);
        await scene.A.TurnAsync();
        await scene.PassAsync(rounds: 2);
        var before = await scene.OpenAsync();
        await scene.A.Fleet.StopAsync(Token);
        await scene.B.TurnAsync();
        Assert.Equal(2, scene.B.Fleet.Count);
        Assert.Equal(before, await scene.OpenAsync());
        Assert.All(scene.RouterIds, id => Assert.Null(scene.B.Network.Find(id)!.HeardAtUtc));

        // What has stopped begins nothing any more.
        await scene.A.PollAsync();
        Assert.Equal(0, await scene.A.Fleet.AssignAsync(Token));
    }

    [Fact]
    public async Task A_router_that_is_switched_off_vanishes_from_both()
    {
        await using var scene = await Scene.StartAsync(routers: 2);
        await scene.A.TurnAsync();
        await scene.PassAsync(rounds: 2);
        var off = scene.RouterIds[0];
        await using (var context = scene.Database.Open())
        {
            await context.Set<Router>().Where(r => r.Id == off).ExecuteUpdateAsync(set => set.SetProperty(r => r.Enabled, false), Token);
        }

        await scene.PassAsync(rounds: 1);
        Assert.Null(scene.A.Network.Find(off));
        Assert.Null(scene.B.Network.Find(off));
        Assert.Null(scene.B.Feed.Latest(MonitoringTopics.Router(off)));
        Assert.NotNull(scene.B.Network.Find(scene.RouterIds[1]));
    }

    private sealed class Scene(LabRouters lab, PortalDatabase database, TimeProvider clock) : IAsyncDisposable
    {
        // A lease of 30 s is six real seconds: a busy machine must not let one run out in the middle of a turn.
        private const double Speed = 5;

        public PortalDatabase Database { get; } = database;

        public TimeProvider Clock { get; } = clock;

        public DateTime Now => Clock.GetUtcNow().UtcDateTime;

        public List<Guid> RouterIds { get; } = [];

        public CollectorNode A { get; } = new(database, clock, Speed, "node-a");

        public CollectorNode B { get; } = new(database, clock, Speed, "node-b");

        public static async Task<Scene> StartAsync(int routers)
        {
            var clock = new AcceleratedClock(Speed);
            var database = await PortalDatabase.CreateAsync("Postgres", clock);
            var scene = new Scene(LabRouters.Start(sessions: 15, routers: routers, time: clock), database, clock);
            await using var context = database.Open();
            foreach (var router in scene.Lab.Routers)
            {
                var id = Guid.CreateVersion7();
                scene.RouterIds.Add(id);
                context.Add(new Router
                {
                    Id = id,
                    Name = router.Name,
                    NameKey = Router.KeyOf(router.Name),
                    Host = "127.0.0.1",
                    Port = router.Port,
                    AddressKey = Router.KeyOf("127.0.0.1", router.Port),
                    Username = LabRouters.User,
                    Password = LabRouters.Password,
                    Enabled = true,
                    CreatedAtUtc = scene.Now,
                });
            }

            await context.SaveChangesAsync(Token);
            return scene;
        }

        private LabRouters Lab { get; } = lab;

        /// <summary>Rounds of both nodes at once, ten seconds apart, and then what the last one left for the other.</summary>
        public async Task PassAsync(int rounds)
        {
            for (var i = 0; i < rounds; i++)
            {
                await Task.WhenAll(A.TurnAsync(), B.TurnAsync());
                await Task.Delay(TimeSpan.FromSeconds(10), Clock, Token);
            }

            await A.Relay.ReceiveAsync(Token);
            await B.Relay.ReceiveAsync(Token);
        }

        public void AssertEachPolledOnce()
        {
            Assert.Equal(RouterIds.Order(), A.Planner.Planned.Concat(B.Planner.Planned).Order());
            Assert.Equal(RouterIds.Count, A.Fleet.Count + B.Fleet.Count);
        }

        public async Task<List<Guid>> OpenAsync()
        {
            await using var context = Database.Open();
            return await context.Set<SessionRecord>().Where(s => s.EndedAtUtc == null).Select(s => s.Id).OrderBy(id => id).ToListAsync(Token);
        }

        public async Task AssertNothingDoubledAsync(int polls)
        {
            await using var context = Database.Open();
            var records = await context.Set<SessionRecord>().AsNoTracking().ToListAsync(Token);
            Assert.Equal(A.Totals.Sum().OnlineSessions, records.Count);
            Assert.Equal(records.Count, records.DistinctBy(r => (r.AccessId, r.Mark)).Count());
            foreach (var id in RouterIds)
            {
                var bytes = id.ToByteArray(bigEndian: true);
                var rows = await context.Database.SqlQuery<int>($"SELECT COUNT(*)::int AS \"Value\" FROM series_journal WHERE source_id = {bytes}").SingleAsync(Token);
                Assert.Equal(polls, rows);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await A.DisposeAsync();
            await B.DisposeAsync();
            await Lab.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
