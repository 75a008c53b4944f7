using System.Diagnostics;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Events;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Network.Events;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Tests.Monitoring;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IspPortal.Tests.Network;

/// <summary>Events of logs over real TCP, merged with sessions; who had an address.</summary>
public sealed class KeepingRouterEventsTests
{
    private static readonly PageRequest First = new(1, 100);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite", "6.49")]
    [InlineData("Sqlite", "7.24")]
    [InlineData("Postgres", "7.12")]
    public async Task Lines_of_a_log_are_kept_once_whatever_restarts(string provider, string version)
    {
        await using var scene = await Scene.StartAsync(provider, version);
        Write(scene.Lab.Router, "interface,info", "ether2 link down");
        Write(scene.Lab.Router, "pppoe,ppp,error", "user budi@isp authentication failed");
        var kept = (await scene.NewHarvest().ReadAsync(scene.RouterId, Token)).Kept;
        Assert.True(kept >= 2);
        Assert.Equal(0, (await scene.NewHarvest().ReadAsync(scene.RouterId, Token)).Kept);
        var harvest = scene.NewHarvest();
        Assert.Equal(0, (await harvest.ReadAsync(scene.RouterId, Token)).Kept);
        Write(scene.Lab.Router, "interface,info", "ether2 link up (speed 1G, full duplex)");
        Assert.Equal(1, (await harvest.ReadAsync(scene.RouterId, Token)).Kept);

        var down = Assert.Single((await scene.Events.ListAsync(new(Kind: RouterEventKind.LinkDown), First, Token)).Value.Items);
        Assert.Equal(("ether2", "RTR"), (down.Subject, down.RouterName));
        Assert.True((TimeProvider.System.GetUtcNow().UtcDateTime - down.AtUtc).Duration() < TimeSpan.FromMinutes(2), $"{down.AtUtc:u}");
        var refused = Assert.Single((await scene.Events.ListAsync(new(Kind: RouterEventKind.LoginFailed), First, Token)).Value.Items);
        Assert.Equal((scene.Budi, "budi@isp"), (refused.AccessId, refused.Subject));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Sessions_and_lines_are_one_list_newest_first_and_pages_do_not_overlap(string provider)
    {
        await using var scene = await Scene.StartAsync(provider, "7.18");
        var start = new DateTime(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc);
        await using (var context = scene.Database.Open())
        {
            for (var i = 0; i < 7; i++)
            {
                context.Add(Session(scene, start.AddHours(i), start.AddHours(i).AddMinutes(50), "10.1.0.9"));
                context.Add(new RouterEvent { Id = Guid.CreateVersion7(), RouterId = scene.RouterId, Kind = RouterEventKind.Reboot, AtUtc = start.AddHours(i).AddMinutes(55), Details = "router rebooted" });
            }

            await context.SaveChangesAsync(Token);
        }

        var all = (await scene.Events.ListAsync(new(scene.RouterId), First, Token)).Value;
        Assert.Equal(21, all.TotalCount);
        Assert.Equal(all.Items.Select(e => e.AtUtc).OrderDescending(), all.Items.Select(e => e.AtUtc));
        var paged = new List<RouterEventRow>();
        for (var page = 1; page <= 5; page++)
        {
            paged.AddRange((await scene.Events.ListAsync(new(scene.RouterId), new PageRequest(page, 5), Token)).Value.Items);
        }

        Assert.Equal(all.Items, paged);
        Assert.Equal(7, (await scene.Events.ListAsync(new(Kind: RouterEventKind.Logout, AccessId: scene.Budi), First, Token)).Value.TotalCount);
        Assert.Equal(14, (await scene.Events.ListAsync(new(), First with { Search = "BUDI" }, Token)).Value.TotalCount);
        Assert.Equal(3, (await scene.Events.ListAsync(new(FromUtc: start.AddHours(6)), First, Token)).Value.TotalCount);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Who_had_an_address_is_told_at_its_edges_and_nobody_between(string provider)
    {
        await using var scene = await Scene.StartAsync(provider, "7.18");
        var start = new DateTime(2026, 3, 1, 1, 0, 0, DateTimeKind.Utc);
        await using (var context = scene.Database.Open())
        {
            context.Add(Session(scene, start, start.AddHours(2), "10.1.0.9"));
            context.Add(Session(scene, start.AddHours(3), null, "10.1.0.9"));
            await context.SaveChangesAsync(Token);
        }

        async Task<DateTime?> StartOfHolder(double hours) => (await scene.Events.WhoHadAsync(" 10.1.0.9 ", start.AddHours(hours), Token)).Value.SingleOrDefault()?.StartedAtUtc;
        Assert.Null(await StartOfHolder(-0.1));
        Assert.Equal(start, await StartOfHolder(0));
        Assert.Equal(start, await StartOfHolder(1.9));
        Assert.Null(await StartOfHolder(2.5));
        Assert.Equal(start.AddHours(3), await StartOfHolder(5_000));
        foreach (var wrong in (string[])["budi", "", "10.1", "167837705", "10.1.0.9/24"])
        {
            Assert.Equal("address", Assert.Single((await scene.Events.WhoHadAsync(wrong, start, Token)).Error!.Fields).Field);
        }

        await using var stranger = await Scene.StartAsync(provider, "7.18", NetworkPermissions.RoutersRead);
        Assert.Equal("identity.forbidden", (await stranger.Events.WhoHadAsync("10.1.0.9", start, Token)).Error!.Code);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_long_list_ends_at_its_ten_thousandth_row_and_says_so(string provider)
    {
        await using var scene = await Scene.StartAsync(provider, "7.18");
        var start = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        await using (var context = scene.Database.Open())
        {
            await context.InsertRowsAsync([.. Enumerable.Range(0, 5_000).Select(i => Session(scene, start.AddMinutes(i), start.AddMinutes(i).AddSeconds(30), "10.1.0.9"))], Token);
        }

        var whole = (await scene.Events.ListAsync(new(), First, Token)).Value;
        Assert.Equal((10_000L, false), (whole.TotalCount, whole.TotalIsAtLeast));
        await using (var context = scene.Database.Open())
        {
            context.Add(Session(scene, start.AddMinutes(-5), null, "10.1.0.8"));
            await context.SaveChangesAsync(Token);
        }

        var longer = (await scene.Events.ListAsync(new(), First, Token)).Value;
        Assert.Equal((10_000L, true, 100), (longer.TotalCount, longer.TotalIsAtLeast, longer.Items.Count));
        var last = (await scene.Events.ListAsync(new(), new PageRequest(100, 100), Token)).Value;
        Assert.Equal((100, RouterEventKind.Login, start), (last.Items.Count, last.Items[^1].Kind, last.Items[^1].AtUtc));
        Assert.Empty((await scene.Events.ListAsync(new(), new PageRequest(101, 100), Token)).Value.Items);

        // A narrower time reaches further back.
        Assert.Equal(start.AddMinutes(-5), Assert.Single((await scene.Events.ListAsync(new(ToUtc: start), First, Token)).Value.Items).AtUtc);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_search_finds_names_comments_and_addresses_whole_or_in_part(string provider)
    {
        await using var scene = await Scene.StartAsync(provider, "7.18");
        var start = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        await using (var context = scene.Database.Open())
        {
            context.AddRange(Session(scene, start, null, "10.1.0.9"), Session(scene, start, null, "10.1.0.97"), Session(scene, start, null, "2001:db8::7"));

            // More lines of one name than are listed by their ids.
            for (var i = 0; i < 250; i++)
            {
                var id = Guid.CreateVersion7();
                context.Add(new AccessAccount { Id = id, RouterId = scene.RouterId, Service = AccessService.Pppoe, Username = $"kos-{i}", SearchKey = $"kos-{i} jalan 10.1", FirstSeenAtUtc = DateTime.UnixEpoch });
                context.Add(new SessionRecord { Id = Guid.CreateVersion7(), AccessId = id, RouterId = scene.RouterId, Mark = "1", Address = $"10.2.0.{i}", StartedAtUtc = start });
            }

            await context.SaveChangesAsync(Token);
        }

        async Task<long> CountAsync(string text) => (await scene.Events.ListAsync(new(), First with { Search = text }, Token)).Value.TotalCount;
        Assert.Equal(3, await CountAsync("Budi@ISP"));
        Assert.Equal(1, await CountAsync("10.1.0.9"));
        Assert.Equal(2, await CountAsync("10.1.0."));
        Assert.Equal(1, await CountAsync("2001:DB8::7"));
        Assert.Equal(1, await CountAsync("2001:0db8:0:0::7"));
        Assert.Equal(1, await CountAsync("01:db8"));
        Assert.Equal(250, await CountAsync("kos-"));
        Assert.Equal(250, await CountAsync("JALAN"));
        Assert.Equal(252, await CountAsync("10.1"));
        Assert.Equal(1, await CountAsync("kos-17 jalan"));
        Assert.Equal(0, await CountAsync("tidak-ada"));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task The_sessions_of_a_few_lines_are_listed_as_if_they_were_asked_for_together(string provider)
    {
        await using var scene = await Scene.StartAsync(provider, "7.18");
        var start = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        var expected = new List<(DateTime AtUtc, RouterEventKind Kind)>();
        await using (var context = scene.Database.Open())
        {
            // Forty lines of one street with three sessions each: the first of them is still open, the last began before the time that is asked for.
            for (var i = 0; i < 40; i++)
            {
                var id = Guid.CreateVersion7();
                context.Add(new AccessAccount { Id = id, RouterId = scene.RouterId, Service = AccessService.Pppoe, Username = $"mawar-{i}", SearchKey = $"mawar-{i} jalan mawar", FirstSeenAtUtc = DateTime.UnixEpoch });
                foreach (var (begun, ended) in ((DateTime, DateTime?)[])[(start.AddHours(3).AddMinutes(i), null), (start.AddHours(1).AddMinutes(i), start.AddHours(2).AddMinutes(i)), (start.AddHours(-2).AddMinutes(i), start.AddMinutes(i + 1))])
                {
                    context.Add(new SessionRecord { Id = Guid.CreateVersion7(), AccessId = id, RouterId = scene.RouterId, Mark = $"{begun:HH}", Address = $"10.2.0.{i}", StartedAtUtc = begun, EndedAtUtc = ended });
                    expected.AddRange(begun >= start ? [(begun, RouterEventKind.Login)] : []);
                    expected.AddRange(ended is { } end ? [(end, RouterEventKind.Logout)] : []);
                }
            }

            await context.SaveChangesAsync(Token);
        }

        expected = [.. expected.OrderByDescending(e => e.AtUtc)];
        foreach (var number in (int[])[1, 2, 4])
        {
            var page = (await scene.Events.ListAsync(new(scene.RouterId, FromUtc: start), new PageRequest(number, 50, "jalan mawar"), Token)).Value;
            Assert.Equal(160, page.TotalCount);
            Assert.Equal(expected.Skip((number - 1) * 50).Take(50), page.Items.Select(e => (e.AtUtc, e.Kind)));
        }

        Assert.Equal(80, (await scene.Events.ListAsync(new(Kind: RouterEventKind.Logout, FromUtc: start), First with { Search = "jalan mawar" }, Token)).Value.TotalCount);
    }

    [Theory(Explicit = true)]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_year_of_600_lines_is_asked_within_a_second(string provider)
    {
        await using var scene = await Scene.StartAsync(provider, "7.18");
        await using (var context = scene.Database.Open())
        {
            // 365 days × 600 lines × 8 sessions, from a pool of 1,000 addresses.
            var start = new DateTime(2025, 11, 22, 0, 0, 0, DateTimeKind.Utc);
            for (var day = 0; day < 365; day++)
            {
                var rows = Enumerable.Range(0, 4_800).Select(i => Session(
                    scene, start.AddDays(day).AddMinutes(180 * (i / 600)).AddSeconds(i % 600), start.AddDays(day).AddMinutes((180 * (i / 600)) + 175).AddSeconds(i % 600), $"10.1.{(i * 7 + day) % 1_000 / 250}.{(i * 7 + day) % 250}")).ToList();
                await context.InsertRowsAsync(rows, Token);
            }
        }

        var at = new DateTime(2026, 5, 3, 12, 34, 0, DateTimeKind.Utc);
        await scene.Events.WhoHadAsync("10.1.2.3", at, Token);
        var times = new List<double>();
        for (var i = 0; i < 50; i++)
        {
            var watch = Stopwatch.GetTimestamp();
            await scene.Events.WhoHadAsync($"10.1.{i % 4}.{i * 5}", at.AddDays(i - 25), Token);
            times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }

        var listing = Stopwatch.GetTimestamp();
        await scene.Events.ListAsync(new(FromUtc: at.AddDays(-7)), First, Token);
        TestContext.Current.SendDiagnosticMessage($"{provider}: median {times.Order().ElementAt(25):0.0} ms, worst {times.Max():0.0} ms; list from a week before, {Stopwatch.GetElapsedTime(listing).TotalMilliseconds:0} ms");
        Assert.True(times.Max() < 1_000, $"{times.Max()} ms");
    }

    private static SessionRecord Session(Scene scene, DateTime from, DateTime? to, string address) => new()
    {
        Id = Guid.CreateVersion7(), AccessId = scene.Budi, RouterId = scene.RouterId, Mark = "1", Address = address, StartedAtUtc = from, EndedAtUtc = to,
        EndReason = to is null ? null : SessionEndReason.Disconnected,
    };

    private static void Write(EmulatedRouter router, string topics, string message)
    {
        lock (router.World.Gate)
        {
            router.World.Advance();
            router.World.Log.Write(topics, message);
        }
    }

    private sealed class Scene(LabRouters lab, PortalDatabase database, RouterOsPool pool, IRouterEvents events) : IAsyncDisposable
    {
        public LabRouters Lab { get; } = lab;

        public PortalDatabase Database { get; } = database;

        public IRouterEvents Events { get; } = events;

        public Guid RouterId { get; } = Guid.CreateVersion7();

        public Guid Budi { get; } = Guid.CreateVersion7();

        public static async Task<Scene> StartAsync(string provider, string version, params string[] permissions)
        {
            var lab = LabRouters.Start(version, 4);
            var database = await PortalDatabase.CreateAsync(provider);
            var actor = CollectorRig.Anyone(permissions.Length == 0 ? [NetworkPermissions.SessionsRead] : permissions);
            var pool = new RouterOsPool(Options.Create(new RouterOsOptions()), TimeProvider.System, NullLogger<RouterOsPool>.Instance);
            var scene = new Scene(lab, database, pool, new RouterEvents(database.FactoryAs(actor), new FixedActor(actor)));
            await using var context = database.Open();
            context.Add(new Router
            {
                Id = scene.RouterId, Name = "RTR", NameKey = "rtr", Host = "127.0.0.1", Port = lab.Router.Port, AddressKey = Router.KeyOf("127.0.0.1", lab.Router.Port),
                Username = LabRouters.User, Password = LabRouters.Password, Enabled = true, CreatedAtUtc = DateTime.UnixEpoch,
            });
            context.Add(new AccessAccount { Id = scene.Budi, RouterId = scene.RouterId, Service = AccessService.Pppoe, Username = "budi@isp", SearchKey = "budi@isp", FirstSeenAtUtc = DateTime.UnixEpoch });
            await context.SaveChangesAsync(Token);
            return scene;
        }

        /// <summary>As after a start of the portal: nothing is remembered.</summary>
        public RouterLogHarvest NewHarvest() => new(Database.Source, new RouterClients(Database.Source, pool), new NothingLive(), TimeProvider.System);

        public async ValueTask DisposeAsync()
        {
            await pool.DisposeAsync();
            await Lab.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
