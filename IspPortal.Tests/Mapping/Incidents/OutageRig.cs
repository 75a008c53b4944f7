using IspPortal.Core.Common.Live;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Live;
using IspPortal.Infrastructure.Mapping.Outages;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Tests.Mapping.Plant;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace IspPortal.Tests.Mapping.Incidents;

/// <summary>One router, two ODPs of six lines on one cable each behind one ODC; who is online is in the test's hand.</summary>
internal sealed class OutageRig : IAsyncDisposable
{
    public static readonly Guid Router = new("019b0000-0000-7000-8000-00000000f001");
    private const int LinesPerOdp = 6;

    private readonly LiveNetwork _network = new();
    private readonly HashSet<Guid> _online = [];
    private readonly PlantRig _plant;
    private readonly PlantAtlas _atlas;

    private OutageRig(PlantRig plant)
    {
        _plant = plant;
        Feed = new LiveFeed(NullLogger<LiveFeed>.Instance);
        _atlas = new PlantAtlas(plant.Database.Source, Clock);
        Boards = new OutageBoards(plant.Database.Source, Feed, Clock);
        Watch = new OutageWatch(
            plant.Database.Source, _atlas, new OutageSight(_network, Clock), new RouterOutages(_network, Clock), new PlannedWorks(_network, Clock), new OutageFigures(new LiveRouters(_network, Clock), new SamePrices()), Boards, new SettingsOf<OutageSettings>(() => new()), Clock);
        Cover = new OutageCover(plant.Database.Source);
    }

    public ManualClock Clock { get; } = new();

    public ILiveFeed Feed { get; }

    public OutageBoards Boards { get; }

    public OutageWatch Watch { get; }

    public OutageCover Cover { get; }

    public PortalDatabase Database => _plant.Database;

    public DrawnExample Drawn { get; private set; } = default!;

    public Guid SecondOdp { get; private set; }

    public Guid SecondCable { get; private set; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<OutageRig> CreateAsync(string provider)
    {
        var rig = new OutageRig(await PlantRig.CreateAsync(provider));
        await rig.FurnishAsync();
        return rig;
    }

    /// <summary>The lines at an ODP, 1 or 2.</summary>
    public static IEnumerable<Guid> LinesAt(int odp) => Enumerable.Range(1, LinesPerOdp).Select(n => LineId(odp, n));

    public static Guid LineId(int odp, int number) => new(0x019b0000, 0, 0x7000, [0x80, 0, 0, 0x99, 0, 0, (byte)odp, (byte)number]);

    public IOutageDirectory Directory(params string[] permissions)
    {
        var actor = new TestActor(permissions.Length > 0 ? permissions : [MappingPermissions.MapRead, MappingPermissions.OutagesWrite]);
        return new OutageDirectory(Database.FactoryAs(actor.Actor), _atlas, Boards, actor, Clock);
    }

    /// <summary>A line of the router that is nowhere in the plant.</summary>
    public async Task<Guid> LineAsync(string username)
    {
        var line = new AccessAccount { Id = Guid.CreateVersion7(), RouterId = Router, Service = AccessService.Pppoe, Username = username, SearchKey = username, FirstSeenAtUtc = Clock.NowUtc };
        await using var context = Database.Open();
        context.Add(line);
        await context.SaveChangesAsync(Token);
        return line.Id;
    }

    /// <summary>Sessions end without anybody's doing.</summary>
    public async Task LoseAsync(IEnumerable<Guid> lines, SessionEndReason reason = SessionEndReason.Disconnected)
    {
        await using var context = Database.Open();
        foreach (var line in lines.Where(_online.Remove))
        {
            context.Add(new SessionRecord { Id = Guid.CreateVersion7(), AccessId = line, RouterId = Router, Mark = line.ToString(), StartedAtUtc = Clock.NowUtc.AddHours(-1), EndedAtUtc = Clock.NowUtc, EndReason = reason });
        }

        await context.SaveChangesAsync(Token);
        Poll();
    }

    public void Dial(IEnumerable<Guid> lines)
    {
        _online.UnionWith(lines);
        Poll();
    }

    /// <summary>The router is polled, or is not to be reached.</summary>
    public void Poll(RouterState state = RouterState.Online)
    {
        var (now, last) = (Clock.NowUtc, _network.Find(Router));
        var isGood = state == RouterState.Online;
        _network.Set(new RouterView
        {
            Snapshot = new RouterSnapshot(Router, "RTR-1", state, now, isGood ? now : last?.Snapshot.LastGoodPollAtUtc, now, null, null, null, _online.Count, 0, 0, null),
            FreshFor = TimeSpan.FromMinutes(1),
            SessionsReadAtUtc = isGood ? now : last?.SessionsReadAtUtc,
            Sessions = isGood
                ? [.. _online.Select(id => new LiveSession(new SessionRow(id, Router, "RTR-1", AccessService.Pppoe, id.ToString(), null, null, now.AddHours(-1), 0, 0, now, false), 0))]
                : last?.Sessions ?? [],
        });
    }

    /// <summary>Time passes in steps of the job; the router is polled all the while.</summary>
    public async Task PassAsync(int seconds, RouterState state = RouterState.Online)
    {
        for (var passed = 0; passed < seconds; passed += 10)
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            Poll(state);
            await Watch.LookAsync(Token);
        }
    }

    public async Task<IReadOnlyList<OutageRow>> ListAsync(bool? isOpen = true) => (await Directory().ListAsync(isOpen, null, new(), Token)).Value.Items;

    public ValueTask DisposeAsync()
    {
        _atlas.Dispose();
        return _plant.DisposeAsync();
    }

    private async Task FurnishAsync()
    {
        await using (var context = Database.Open())
        {
            context.Add(new Router { Id = Router, Name = "RTR-1", NameKey = "rtr-1", Host = "127.0.0.1", Username = "portal", Password = "x", Enabled = true, CreatedAtUtc = Clock.NowUtc });
            await context.SaveChangesAsync(Token);
        }

        Drawn = await _plant.DrawExampleAsync();
        SecondOdp = await _plant.NodeAsync(PlantNodeKind.Odp, "ODP-2", -6.2500, 107.0150, ports: 8, splitter: 8);
        SecondCable = await _plant.CableAsync("DST-2", Drawn.Odc, SecondOdp);
        await _plant.JoinAsync(Drawn.Odc, Core.Mapping.Fiber.FiberEnd.SplitterOutput(Drawn.Splitter, 2), Core.Mapping.Fiber.FiberEnd.Core(SecondCable, 1, Core.Mapping.Fiber.CableSide.A));
        await _plant.JoinAsync(SecondOdp, Core.Mapping.Fiber.FiberEnd.Core(SecondCable, 1, Core.Mapping.Fiber.CableSide.B), Core.Mapping.Fiber.FiberEnd.SplitterInput(SecondOdp));
        await using var lines = Database.Open();
        foreach (var (odp, number) in new[] { 1, 2 }.SelectMany(odp => Enumerable.Range(1, LinesPerOdp).Select(n => (odp, n))))
        {
            var (id, drop) = (LineId(odp, number), Guid.CreateVersion7());
            lines.Add(new AccessAccount { Id = id, RouterId = Router, Service = AccessService.Pppoe, Username = $"rumah-{odp}-{number}", SearchKey = $"rumah-{odp}-{number}", FirstSeenAtUtc = Clock.NowUtc });
            lines.Add(new Drop { Id = drop, OdpId = odp == 1 ? Drawn.Odp : SecondOdp, Port = number, Latitude = -6.25 + (number * 0.0002), Longitude = odp == 1 ? 107.02 : 107.015, CreatedAtUtc = Clock.NowUtc });
            lines.Add(new DropLine { AccessId = id, DropId = drop });
        }

        (await lines.FindAsync<PlantNode>([Drawn.Olt], Token))!.RouterId = Router;
        (await lines.FindAsync<PlantRevision>([PlantRevision.TheOne], Token))!.Number++;
        await lines.SaveChangesAsync(Token);
        Dial([.. LinesAt(1), .. LinesAt(2)]);
    }

    private sealed class SamePrices : ILinePrices
    {
        public Task<LinePrices> OnRouterAsync(Guid routerId, CancellationToken cancellationToken) =>
            Task.FromResult(new LinePrices(LinesAt(1).Concat(LinesAt(2)).ToDictionary(id => id, _ => new LinePrice(Money.Idr(250_000), true)), new Dictionary<(AccessService, string), Money>()));
    }
}
