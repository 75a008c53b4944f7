using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Lab.Sample;

namespace IspPortal.Infrastructure.Lab.Seeding.Plant;

/// <summary>
/// The plant of one town: OLT → feeder → closure → cabinets with splitters 1:4 → a cable that passes four ODPs with splitters 1:16 inside. Houses that lie together share an ODP, ODPs that lie together a cabinet.
/// </summary>
internal sealed class TownPlant(DrawnPlant drawn, SampleRouter router)
{
    private const int HousesPerOdp = 12;
    private const int OdpPorts = 16;
    private const int OdpsPerSplitter = 4;
    private const int OdpsPerCabinet = 16;
    private const int PonPortsPerCard = 8;
    private const int Fewest = 6;
    private const double DropReachMetres = 250;

    // Not everything is drawn: such lines are on the map, and their way is not.
    private const int EveryUndrawn = 41;

    private readonly string _code = router.Site.Code + (router.Name.EndsWith("-2", StringComparison.Ordinal) || router.Name.EndsWith("-3", StringComparison.Ordinal) ? router.Name[^2..] : "");

    /// <summary>Draws it; gives the POP.</summary>
    public PlantNode Draw(IReadOnlyList<SampleSubscriber> lines, Func<SampleSubscriber, string?> ontSerial)
    {
        var here = new GeoPoint(router.Latitude, router.Longitude);
        var pop = drawn.Node(PlantNodeKind.Site, $"POP {_code}", here, router.Site.Town);
        drawn.Place(LabLines.RouterId(router.Index), pop);
        List<SampleSubscriber> houses = [.. lines.Where(line => line.Index % EveryUndrawn != EveryUndrawn / 2)];
        if (houses.Count == 0)
        {
            return pop;
        }

        var odps = Gather(houses, HousesPerOdp, DropReachMetres * 2, PointOf);
        var cabinets = Gather(odps, OdpsPerCabinet, double.MaxValue, MiddleOf);
        var splitters = cabinets.Sum(cabinet => Rounds(cabinet.Count));
        var olt = drawn.Node(PlantNodeKind.Olt, $"OLT-{_code}", new(here.Latitude + 0.00004, here.Longitude + 0.00004), router.Site.Town, PonPortsPerCard * ((splitters / PonPortsPerCard) + 1), siteId: pop.Id, routerId: LabLines.RouterId(router.Index));
        var closure = drawn.Node(PlantNodeKind.Closure, $"JC-{_code}-01", new(here.Latitude + 0.0021, here.Longitude + 0.0017), router.Site.Town);
        var feeder = drawn.Cable($"FDR-{_code}-00", olt, closure, 12 * ((splitters / 12) + 1));
        var pon = 0;
        foreach (var (number, cabinet) in cabinets.Index())
        {
            pon = DrawCabinet(number + 1, cabinet, olt, closure, feeder, pon, ontSerial);
        }

        return pop;
    }

    private static int Rounds(int odps) => (odps + OdpsPerSplitter - 1) / OdpsPerSplitter;

    private static GeoPoint PointOf(SampleSubscriber line) => new(line.Latitude, line.Longitude);

    private static GeoPoint MiddleOf(IReadOnlyList<SampleSubscriber> lines) => new(lines.Average(l => l.Latitude), lines.Average(l => l.Longitude));

    /// <summary>Groups of what lies together: cut along the longer side, at the widest gap that leaves enough on both sides, until small enough.</summary>
    private static List<IReadOnlyList<T>> Gather<T>(IReadOnlyList<T> things, int most, double metres, Func<T, GeoPoint> place)
    {
        var box = GeoBox.Around([.. things.Select(place)])!.Value;
        var fits = things.Count < 2 * Fewest || new GeoPoint(box.South, box.West).MetresTo(new GeoPoint(box.North, box.East)) <= metres;
        if (things.Count <= most && fits)
        {
            return [things];
        }

        double Along(T thing) => box.North - box.South > box.East - box.West ? place(thing).Latitude : place(thing).Longitude;
        var sorted = things.OrderBy(Along).ToList();
        var least = Math.Max(Fewest, sorted.Count / 4);
        var cut = Enumerable.Range(least, sorted.Count - (2 * least) + 1).MaxBy(at => Along(sorted[at]) - Along(sorted[at - 1]));
        return [.. Gather(sorted[..cut], most, metres, place), .. Gather(sorted[cut..], most, metres, place)];
    }

    private int DrawCabinet(int number, IReadOnlyList<IReadOnlyList<SampleSubscriber>> odps, PlantNode olt, PlantNode closure, Cable feeder, int pon, Func<SampleSubscriber, string?> ontSerial)
    {
        var middle = new GeoPoint(odps.Average(o => MiddleOf(o).Latitude), odps.Average(o => MiddleOf(o).Longitude));
        var area = $"{router.Site.Town} {(char)('A' + ((number - 1) % 26))}";
        var odc = drawn.Node(PlantNodeKind.Odc, $"ODC-{_code}-{number:00}", middle, area);
        var branch = drawn.Cable($"FDR-{_code}-{number:00}", closure, odc, 12);
        var made = 0;
        foreach (var (round, some) in odps.Chunk(OdpsPerSplitter).Index())
        {
            pon++;
            var splitter = drawn.Splitter(odc, $"SP-{round + 1:00}", OdpsPerSplitter);
            drawn.Join(olt, FiberEnd.PonPort(olt.Id, pon), FiberEnd.Core(feeder.Id, pon, CableSide.A), FiberJoinKind.Connector);
            drawn.Join(closure, FiberEnd.Core(feeder.Id, pon, CableSide.B), FiberEnd.Core(branch.Id, round + 1, CableSide.A));
            drawn.Join(odc, FiberEnd.Core(branch.Id, round + 1, CableSide.B), FiberEnd.SplitterInput(splitter.Id));
            DrawChain(odc, splitter, [.. some.OrderBy(o => MiddleOf(o).MetresTo(middle))], number, made, area, ontSerial);
            made += some.Length;
        }

        return pon;
    }

    /// <summary>A cable that passes ODPs one after the other: each takes the first core that is left, the others go through.</summary>
    private void DrawChain(PlantNode odc, Splitter splitter, IReadOnlyList<IReadOnlyList<SampleSubscriber>> odps, int cabinet, int made, string area, Func<SampleSubscriber, string?> ontSerial)
    {
        var (at, before) = (odc, default(Cable));
        foreach (var (place, houses) in odps.Index())
        {
            var number = made + place + 1;
            var odp = drawn.Node(PlantNodeKind.Odp, $"ODP-{_code}-{cabinet:00}/{number:00}", MiddleOf(houses), area, OdpPorts, OdpPorts);
            var cable = drawn.Cable($"DST-{_code}-{cabinet:00}/{number:00}", at, odp, 12);
            for (var core = place + 1; core <= odps.Count; core++)
            {
                var end = FiberEnd.Core(cable.Id, core, CableSide.A);
                drawn.Join(at, before is null ? FiberEnd.SplitterOutput(splitter.Id, core) : FiberEnd.Core(before.Id, core, CableSide.B), end);
            }

            drawn.Join(odp, FiberEnd.Core(cable.Id, place + 1, CableSide.B), FiberEnd.SplitterInput(odp.Id));
            foreach (var (port, house) in houses.Index())
            {
                drawn.Connect(odp, port + 1, PointOf(house), LabLines.AccessId(house.Index), ontSerial(house));
            }

            if (number % 7 == 3)
            {
                drawn.Mark(odp, OdpPorts, OdpPortState.Broken, "Adaptor patah");
            }
            else if (number % 5 == 1)
            {
                drawn.Mark(odp, OdpPorts - 1, OdpPortState.Unknown, "Ada kabel tanpa label");
            }

            (at, before) = (odp, cable);
        }
    }
}
