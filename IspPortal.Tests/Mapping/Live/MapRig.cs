using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Mapping.Live;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace IspPortal.Tests.Mapping.Live;

/// <summary>The map over a real database with sold lines; what routers answer is the test's.</summary>
internal sealed class MapRig : IAsyncDisposable
{
    public static readonly GeoBox Bekasi = new(-6.3, 106.9, -6.2, 107.1);
    public static readonly Guid OdpId = new("019b0000-0000-7000-8000-0000000000e1");
    public static readonly Guid OltId = new("019b0000-0000-7000-8000-0000000000e2");
    public static readonly Guid CableId = new("019b0000-0000-7000-8000-0000000000e3");

    private readonly LiveNetwork _network = new();
    private readonly LiveRouters _live;
    private readonly MapAtlas _atlas;

    private MapRig(SubscriptionScene scene)
    {
        Scene = scene;
        _live = new LiveRouters(_network, scene.Clock);
        Plant = new PlantAtlas(scene.Database.Source, scene.Clock);
        Lines = new LineAtlas(scene.Database.Source, scene.Clock, NullLogger<LineAtlas>.Instance);
        _atlas = new MapAtlas(Lines, Plant, _live, scene.Clock);
    }

    public SubscriptionScene Scene { get; }

    public LineAtlas Lines { get; }

    public PlantAtlas Plant { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<MapRig> CreateAsync(string provider) => new(await SubscriptionScene.CreateAsync(provider));

    public IMapView View(params string[] permissions) => new MapViewer(_atlas, _live, new TestActor(permissions.Length == 0 ? CustomersRig.Everything : permissions), Scene.Clock);

    public async Task<MapView> ViewAsync(MapLineFilter? lines = null, int zoom = 19, MapHeat heat = MapHeat.None) =>
        (await View().ViewAsync(new MapViewRequest(Bekasi, zoom) { Lines = lines ?? new(), Heat = heat }, Token)).Value;

    /// <summary>How each line that is in view stands, by its label.</summary>
    public async Task<Dictionary<string, MapLineState>> StatesAsync(MapLineFilter? lines = null) =>
        (await ViewAsync(lines)).Lines.ToDictionary(l => l.Label!, l => MapLineStates.WorstOf(l.States), StringComparer.Ordinal);

    /// <summary>Sells a line to a new customer at a place and puts it into service.</summary>
    public async Task<Guid> SellAsync(string name, (Guid PlanId, Guid PriceId) plan, GeoPoint? at, int router = 0, AccessHolds holds = AccessHolds.None, params string[] tags)
    {
        var (customer, account) = await Scene.CustomerAsync(name, $"0812{Math.Abs(name.GetHashCode(StringComparison.Ordinal)) % 100_000_000:00000000}");
        var sold = await Scene.SellAsync(Scene.Wish(account, plan, router) with { Latitude = at?.Latitude, Longitude = at?.Longitude, ActivateNow = true });
        await using var context = Scene.Database.Open();
        var subscription = await context.Set<Subscription>().SingleAsync(s => s.Id == sold.Id, Token);
        (subscription.Holds, subscription.Status) = (holds, SubscriptionStatusRule.StatusOf(AccessLifecycle.Live, holds));
        foreach (var tag in tags)
        {
            context.Add(new Core.Customers.CustomerTag { CustomerId = customer, Tag = tag });
        }

        await context.SaveChangesAsync(Token);
        return subscription.AccessId;
    }

    /// <summary>What a router answered last: who is online on it.</summary>
    public void Answer(int router, RouterState state, params IReadOnlyList<Guid> online)
    {
        var id = ProvisioningRig.RouterId(router);
        var now = Scene.Clock.NowUtc;
        _network.Set(new RouterView
        {
            Snapshot = new RouterSnapshot(id, $"RTR-{router + 1}", state, now, now, now, null, null, null, online.Count, 30_000_000, 0, null),
            FreshFor = TimeSpan.FromHours(1),
            SessionsReadAtUtc = now,
            Sessions = [.. online.Select(a => new LiveSession(new SessionRow(a, id, $"RTR-{router + 1}", AccessService.Pppoe, "x", "10.0.0.7", null, now.AddHours(-3), 8_000_000, 1_000_000, now, false), 0))],
            IndexOfAccess = RouterView.IndexOf(online),
        });
    }

    /// <summary>An OLT and an ODP of eight ports with a cable between them; these lines are plugged in from port 1 on.</summary>
    public async Task DrawPlantAsync(GeoPoint odp, params IReadOnlyList<Guid> lines)
    {
        await using var context = Scene.Database.Open();
        context.Add(new PlantNode { Id = OltId, Kind = PlantNodeKind.Olt, Name = "OLT-1", NameKey = "olt-1", Latitude = odp.Latitude + 0.01, Longitude = odp.Longitude, Ports = 8, RouterId = ProvisioningRig.RouterId(0), CreatedAtUtc = Scene.Clock.NowUtc });
        context.Add(new PlantNode { Id = OdpId, Kind = PlantNodeKind.Odp, Name = "ODP-BKS-01", NameKey = "odp-bks-01", Latitude = odp.Latitude, Longitude = odp.Longitude, Ports = 8, SplitterOutputs = 8, CreatedAtUtc = Scene.Clock.NowUtc });
        await context.SaveChangesAsync(Token);
        context.Add(new Cable { Id = CableId, Name = "F-01", NameKey = "f-01", FromNodeId = OltId, ToNodeId = OdpId, Cores = 24, CreatedAtUtc = Scene.Clock.NowUtc });
        foreach (var (index, line) in lines.Index())
        {
            var drop = Core.Common.Time.Ids.New(Scene.Clock);
            context.Add(new Drop { Id = drop, OdpId = OdpId, Port = index + 1, Latitude = odp.Latitude + 0.0005, Longitude = odp.Longitude + (0.0001 * index), CreatedAtUtc = Scene.Clock.NowUtc });
            await context.SaveChangesAsync(Token);
            context.Add(new DropLine { AccessId = line, DropId = drop });
            context.Add(new OdpPort { OdpId = OdpId, Number = index + 1, State = OdpPortState.Used, DropId = drop, ChangedBy = "test", ChangedAtUtc = Scene.Clock.NowUtc });
        }

        context.Add(new OdpPort { OdpId = OdpId, Number = 8, State = OdpPortState.Broken, ChangedBy = "test", ChangedAtUtc = Scene.Clock.NowUtc });
        await context.SaveChangesAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        Lines.Dispose();
        Plant.Dispose();
        await Scene.DisposeAsync();
    }
}
