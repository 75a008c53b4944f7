using IspPortal.Core.Customers;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Levels;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Wiring = IspPortal.Infrastructure.Lab.Seeding.Plant.DrawnPlant;

namespace IspPortal.Tests.Mapping;

/// <summary>
/// As many ODPs of 16 ports as wanted, ten sold lines on each and twelve cables to five ODPs, spliced up to OLTs of two routers; every ONT has a reading, and those of one ODP are dark. It is written as rows: selling
/// each line would take hours.
/// </summary>
internal sealed class MappedCrowd
{
    public const int LinesOfAnOdp = 10;
    public const int OdpPorts = 16;

    private const int OdpsOfASplitter = 8;
    private const int SplittersOfAnOlt = 16;
    private const int OdpsOfAnOlt = OdpsOfASplitter * SplittersOfAnOlt;
    private const int OdpsInARow = 71;
    private const double Lit = -20;
    private const double Dark = -29.5;

    private readonly List<(Guid AccessId, GeoPoint House)>[] _lines;

    private MappedCrowd(int odps) => _lines = [.. Enumerable.Range(0, odps).Select(odp => Enumerable.Range(0, LinesOfAnOdp).Select(n => (Guid.CreateVersion7(), HouseOf(odp, n))).ToList())];

    public List<PlantNode> Odps { get; } = [];

    public List<PlantNode> Olts { get; } = [];

    /// <summary>The one whose lines are dark.</summary>
    public int DarkOdp => Odps.Count / 2;

    public int Lines => _lines.Length * LinesOfAnOdp;

    public int Cables => _lines.Length * 12 / 5;

    public IReadOnlyList<(Guid AccessId, GeoPoint House)> Of(int odp) => _lines[odp];

    public static int RouterOf(int odp) => odp / OdpsOfAnOlt % 2;

    public static async Task<MappedCrowd> SeedAsync(SubscriptionScene scene, int odps, CancellationToken cancellationToken)
    {
        var crowd = new MappedCrowd(odps);
        var (customerId, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { ActivateNow = true });
        await using var context = scene.Database.Open();
        var customer = await context.Set<Customer>().SingleAsync(c => c.Id == customerId, cancellationToken);
        var subscription = await context.Set<Subscription>().SingleAsync(s => s.Id == sold.Id, cancellationToken);
        var access = await context.Set<AccessAccount>().SingleAsync(a => a.Id == sold.AccessId, cancellationToken);
        var drawn = new Wiring(scene.Clock);
        crowd.Draw(drawn);
        List<Customer> customers = [];
        List<Subscription> subscriptions = [];
        List<AccessAccount> accesses = [];
        foreach (var (odp, number, line) in crowd._lines.SelectMany((lines, odp) => lines.Select((line, n) => (odp, (odp * LinesOfAnOdp) + n, line))))
        {
            var router = ProvisioningRig.RouterId(RouterOf(odp));
            var (owner, username) = (Guid.CreateVersion7(), $"user-{number:00000}@isp");
            customers.Add(Copy(context, customer, ("Id", owner), ("Number", $"CUST-X-{number:00000}")));
            accesses.Add(Copy(context, access, ("Id", line.AccessId), ("RouterId", router), ("Username", username), ("SearchKey", username)));
            subscriptions.Add(Copy(
                context, subscription, ("Id", Guid.CreateVersion7()), ("Number", $"SUB-X-{number:00000}"), ("CustomerId", owner), ("AccessId", line.AccessId), ("RouterId", router), ("Username", username),
                ("Latitude", (double?)line.House.Latitude), ("Longitude", (double?)line.House.Longitude)));
        }

        var now = scene.Clock.NowUtc;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await InsertAsync(customers);
        await InsertAsync(accesses);
        await InsertAsync(subscriptions);
        await InsertAsync(drawn.Nodes);
        await InsertAsync(drawn.Cables);
        await InsertAsync(drawn.Splitters);
        await InsertAsync(drawn.Joints);
        await InsertAsync(drawn.Ends);
        await InsertAsync(drawn.Drops);
        await InsertAsync(drawn.Ports);
        await InsertAsync(drawn.Lines);
        await InsertAsync([.. drawn.Drops.Select(d => new OpticalReading { OntSerial = d.OntSerial!, AtUtc = now.AddHours(-1), RxDbm = d.OdpId == crowd.Odps[crowd.DarkOdp].Id ? Dark : Lit, Source = ReadingSource.File })]);
        await InsertAsync([new PlantRevision { Id = PlantRevision.TheOne, Number = 1 }]);
        await transaction.CommitAsync(cancellationToken);
        return crowd;

        Task InsertAsync<T>(List<T> rows)
            where T : class => context.InsertSampleRowsAsync(rows, cancellationToken);
    }

    private static GeoPoint PlaceOf(int odp) => new(-6.9 + (odp / OdpsInARow * 0.008), 106.6 + (odp % OdpsInARow * 0.008));

    private static GeoPoint HouseOf(int odp, int line) => new(PlaceOf(odp).Latitude + 0.0004 + (line * 0.00005), PlaceOf(odp).Longitude - 0.0003 + (line * 0.00007));

    private static T Copy<T>(PortalDbContext context, T row, params (string Name, object Value)[] changes)
        where T : class
    {
        var values = context.Entry(row).CurrentValues.Clone();
        foreach (var (name, value) in changes)
        {
            values[name] = value;
        }

        return (T)values.ToObject();
    }

    private void Draw(Wiring drawn)
    {
        var (odc, feeder) = (default(PlantNode)!, default(Cable)!);
        for (var odp = 0; odp < _lines.Length; odp++)
        {
            var (olt, splitter, output) = (odp / OdpsOfAnOlt, odp / OdpsOfASplitter % SplittersOfAnOlt, odp % OdpsOfASplitter);
            if (odp % OdpsOfAnOlt == 0)
            {
                Olts.Add(drawn.Node(PlantNodeKind.Olt, $"OLT-{olt}", PlaceOf(odp), $"Area {olt}", SplittersOfAnOlt, routerId: ProvisioningRig.RouterId(RouterOf(odp))));
                odc = drawn.Node(PlantNodeKind.Odc, $"ODC-{olt}", PlaceOf(odp), $"Area {olt}");
                feeder = drawn.Cable($"FDR-{olt}", Olts[olt], odc, 24);
            }

            if (output == 0)
            {
                var split = drawn.Splitter(odc, $"SP-{splitter}", OdpsOfASplitter);
                drawn.Join(Olts[olt], FiberEnd.PonPort(Olts[olt].Id, splitter + 1), FiberEnd.Core(feeder.Id, splitter + 1, CableSide.A), FiberJoinKind.Connector);
                drawn.Join(odc, FiberEnd.Core(feeder.Id, splitter + 1, CableSide.B), FiberEnd.SplitterInput(split.Id));
            }

            var box = drawn.Node(PlantNodeKind.Odp, $"ODP-{odp:0000}", PlaceOf(odp), $"Area {olt}", OdpPorts, OdpPorts);
            Odps.Add(box);
            var cable = drawn.Cable($"DST-{odp:0000}", odc, box, 12);
            drawn.Join(odc, FiberEnd.SplitterOutput(drawn.Splitters[^1].Id, output + 1), FiberEnd.Core(cable.Id, 1, CableSide.A));
            drawn.Join(box, FiberEnd.Core(cable.Id, 1, CableSide.B), FiberEnd.SplitterInput(box.Id));
            foreach (var (port, line) in _lines[odp].Index())
            {
                drawn.Connect(box, port + 1, line.House, line.AccessId, $"ZTEG{(odp * LinesOfAnOdp) + port:X8}");
            }
        }

        for (var spare = 0; drawn.Cables.Count < Cables; spare++)
        {
            drawn.Cable($"SPR-{spare:0000}", Odps[spare % Odps.Count], Odps[(spare + 1 + (spare / Odps.Count)) % Odps.Count], 12);
        }
    }
}
