using System.Diagnostics;
using System.Globalization;
using IspPortal.Benchmarks.Network;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Mapping;
using IspPortal.Infrastructure.Mapping.Live;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.Subscriptions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IspPortal.Benchmarks.Office;

/// <summary>The live map over many lines and a drawn plant, on SQLite and on PostgreSQL: the first view of a portal that just started, pans and zooms, searches, and what a refresh behind the readers' backs takes.</summary>
internal static class MapViews
{
    private const int WarmUps = 3;

    public static async Task RunAsync(string[] args)
    {
        var options = args.Select(arg => arg.Split('=', 2)).ToDictionary(arg => arg[0], arg => arg.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
        var (lines, odps, cables, rounds) = (Number("--lines", 50_000), Number("--odps", 5_000), Number("--cables", 12_000), Number("--rounds", 100));
        var only = options.GetValueOrDefault("--provider");
        if (only is null or "Sqlite")
        {
            await MeasureAsync("SQLite", [], lines, odps, cables, rounds);
        }

        if (only is null or "Postgres")
        {
            await using var postgres = await PrivatePostgres.StartAsync();
            if (postgres is null)
            {
                Console.WriteLine("PostgreSQL is not installed here.");
                return;
            }

            await MeasureAsync("PostgreSQL", [new("Storage:Provider", nameof(StorageProvider.Postgres)), new("Storage:ConnectionString", postgres.ConnectionString)], lines, odps, cables, rounds);
        }

        int Number(string name, int otherwise) => options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }

    private static async Task MeasureAsync(string provider, KeyValuePair<string, string?>[] storage, int lines, int odps, int cables, int rounds)
    {
        var directory = Directory.CreateTempSubdirectory("map-views-").FullName;
        await using (var services = await BenchServices.BuildAsync(
            [new("Storage:DataDirectory", directory), .. storage], more => more.AddMonitoring().AddCustomers().AddSubscriptions().AddPlans().AddMapping()))
        {
            var source = services.GetRequiredService<PortalContextSource>();
            var watch = Stopwatch.StartNew();
            var crowd = new OfficeCrowd(source, services.GetRequiredService<BlindIndex>());

            // For each hundred customers there are 107 lines that did not end.
            await crowd.SeedAsync(Math.Max(1_000, lines * 100 / 107));
            using var atlas = new LineAtlas(source, TimeProvider.System, NullLogger<LineAtlas>.Instance);
            var image = await atlas.GetAsync(CancellationToken.None);
            var places = image.Lines.Values.Where(l => l.Point is not null).ToList();
            await CrowdPlant.SeedAsync(source, places, odps, cables);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{provider}: {image.Lines.Count:#,0} lines, {places.Count:#,0} with a place, {odps:#,0} ODPs, {cables:#,0} cables written in {watch.Elapsed.TotalSeconds:0} s; load {Machine.Load()}"));
            var live = new LiveRouters(Answering(image), TimeProvider.System);
            await FirstViewsAsync(source, live, places);
            await ViewsAsync(source, live, places, rounds);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, true);
    }

    private static async Task FirstViewsAsync(PortalContextSource source, LiveRouters live, List<MapLine> places)
    {
        var (times, whole) = (new List<double>(), GeoBox.Around([.. places.Select(l => l.Point!.Value)])!.Value);
        for (var i = 0; i < 10; i++)
        {
            using var atlas = new Atlas(source, live);
            var watch = Stopwatch.StartNew();
            await atlas.View.WholeAsync(CancellationToken.None);
            await atlas.View.ViewAsync(new MapViewRequest(whole, 10), CancellationToken.None);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Tell("first view, nothing remembered", times, 1_500, null);
        await AfterAnEditAsync(source, live, whole);
    }

    /// <summary>Lines are remembered, the plant was just changed: what whoever drew waits for.</summary>
    private static async Task AfterAnEditAsync(PortalContextSource source, LiveRouters live, GeoBox whole)
    {
        using var atlas = new Atlas(source, live);
        var times = new List<double>();
        await atlas.View.ViewAsync(new MapViewRequest(whole, 10), CancellationToken.None);
        for (var i = 0; i < 10; i++)
        {
            await atlas.ChangeAsync(source);
            var watch = Stopwatch.StartNew();
            await atlas.View.ViewAsync(new MapViewRequest(whole, 10), CancellationToken.None);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Tell("view after the plant was changed", times, 1_500, null);
    }

    private static async Task ViewsAsync(PortalContextSource source, LiveRouters live, List<MapLine> places, int rounds)
    {
        using var atlas = new Atlas(source, live);
        var random = new Random(7);
        foreach (var (zoom, wide) in new[] { (10, 1.4), (12, 0.35), (14, 0.088), (16, 0.022), (18, 0.0055) })
        {
            foreach (var heat in new[] { MapHeat.None, MapHeat.Traffic })
            {
                await TimeAsync($"zoom {zoom}{(heat == MapHeat.None ? "" : " with heat of traffic")}", 100, rounds, async () =>
                {
                    var at = places[random.Next(places.Count)].Point!.Value;
                    var box = new GeoBox(at.Latitude - (wide * 0.3), at.Longitude - (wide / 2), at.Latitude + (wide * 0.3), at.Longitude + (wide / 2));
                    return (await atlas.View.ViewAsync(new MapViewRequest(box, zoom) { Heat = heat }, CancellationToken.None)).Value.Marks;
                });
            }
        }

        await TimeAsync("search a frequent name: putri", 100, rounds, async () => (await atlas.View.FindAsync("putri", CancellationToken.None)).Value.Count);
    }

    private static async Task TimeAsync(string name, double limit, int rounds, Func<Task<int>> ask)
    {
        var (times, most) = (new List<double>(), 0);
        for (var i = -WarmUps; i < rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            most = Math.Max(most, await ask());
            if (i >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        Tell(name, times, limit, most);
    }

    private static void Tell(string name, List<double> times, double limit, int? most)
    {
        times.Sort();
        var p95 = times[(int)(times.Count * 0.95)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-40} p50 {times[times.Count / 2],7:0.0} ms  p95 {p95,7:0.0} ms {Goal.Under(p95, limit)}{(most is null ? "" : $"  at most {most} marks")}"));
    }

    /// <summary>Nine of ten lines are online on routers that were just read.</summary>
    private static LiveNetwork Answering(LineImage image)
    {
        var network = new LiveNetwork();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        foreach (var router in image.Lines.Values.GroupBy(l => l.RouterId))
        {
            var online = router.Where((_, n) => n % 10 != 0).ToList();
            network.Set(new RouterView
            {
                Snapshot = new RouterSnapshot(router.Key, "RTR", RouterState.Online, now, now, now, null, null, null, online.Count, 0, 0, null),
                FreshFor = TimeSpan.FromDays(1),
                SessionsReadAtUtc = now,
                Sessions = [.. online.Select((l, n) => new LiveSession(new SessionRow(l.AccessId, router.Key, "RTR", AccessService.Pppoe, l.Username, null, null, now, n * 1_000L, n, now, false), 0))],
                IndexOfAccess = RouterView.IndexOf(online.Select(l => l.AccessId)),
            });
        }

        return network;
    }

    /// <summary>A map of a portal that just started.</summary>
    private sealed class Atlas : IDisposable
    {
        private readonly LineAtlas _lines;
        private readonly PlantAtlas _plant;

        public Atlas(PortalContextSource source, LiveRouters live)
        {
            _lines = new LineAtlas(source, TimeProvider.System, NullLogger<LineAtlas>.Instance);
            _plant = new PlantAtlas(source, TimeProvider.System);
            View = new MapViewer(new MapAtlas(_lines, _plant, live, TimeProvider.System), live, new Anybody(), TimeProvider.System);
        }

        public IMapView View { get; }

        public async Task ChangeAsync(PortalContextSource source)
        {
            await using var context = source.CreateForSystem("bench");
            await context.EnsureRevisionAsync(CancellationToken.None);
            await context.CountRevisionAsync(CancellationToken.None);
            _plant.Touch();
        }

        public void Dispose()
        {
            _lines.Dispose();
            _plant.Dispose();
        }

        private sealed class Anybody : ICurrentActor
        {
            public Actor Actor { get; } = Actor.System("bench");
        }
    }
}
