using IspPortal.Core.Common.Paging;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Network.Routers;
using IspPortal.Tests.Mapping.Live;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Mapping;

/// <summary>The map's services over 50,000 sold lines, 5,000 ODPs of 16 ports and 12,000 cables on real databases; over a fiftieth of them in the usual run. How long they take is in bench/.</summary>
public sealed class ServingACrowdTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Views_traces_lists_offers_and_causes_are_right_however_many_there_are(string provider)
    {
        await using var map = await MapRig.CreateAsync(provider);
        var rig = new MappingRig(map.Scene);
        var crowd = await MappedCrowd.SeedAsync(map.Scene, KilledPortal.Rounds(150, 5_000), Token);
        var seen = Enumerable.Range(0, crowd.Odps.Count).Where(odp => MappedCrowd.RouterOf(odp) == 0).ToList();
        map.Answer(0, RouterState.Online, [.. seen.Skip(1).SelectMany(crowd.Of).Select(l => l.AccessId)]);

        await ExpectViewsAsync(map, crowd, seen.Count);
        await ExpectTracesAsync(rig, crowd);
        await ExpectListsAsync(rig, crowd);
    }

    // One line was sold by hand: it has no place.
    private static async Task ExpectViewsAsync(MapRig map, MappedCrowd crowd, int seen)
    {
        var whole = (await map.View().WholeAsync(Token)).Value!.Value;
        foreach (var zoom in Enumerable.Range(7, 13))
        {
            var box = zoom < 12 ? whole : Around(crowd.Odps[crowd.DarkOdp].Point, 0.4 / Math.Pow(2, zoom - 12));
            var view = (await map.View().ViewAsync(new MapViewRequest(box, zoom), Token)).Value;
            Assert.InRange(view.Marks, 1, MapView.MostMarks);
        }

        var counts = (await map.View().ViewAsync(new MapViewRequest(whole, 9), Token)).Value.Counts;
        Assert.Equal((crowd.Lines, crowd.Odps.Count, crowd.Odps.Count * MappedCrowd.OdpPorts), (counts.Lines, counts.Odps, counts.Ports));
        Assert.Equal(crowd.Odps.Count * (MappedCrowd.OdpPorts - MappedCrowd.LinesOfAnOdp), counts.FreePorts);
        Assert.Equal(
            ((seen - 1) * MappedCrowd.LinesOfAnOdp, MappedCrowd.LinesOfAnOdp, (crowd.Odps.Count - seen) * MappedCrowd.LinesOfAnOdp),
            (counts.Of(MapLineState.Online), counts.Of(MapLineState.Offline), counts.Of(MapLineState.Unknown)));
    }

    private static async Task ExpectTracesAsync(MappingRig rig, MappedCrowd crowd)
    {
        var line = crowd.Of(crowd.Odps.Count - 1)[3];
        var trace = (await rig.Tracer().TraceAsync(line.AccessId, Token)).Value;
        Assert.Equal((FiberTraceEnd.AtOlt, crowd.Odps[^1].Id), (trace.End, trace.OdpId));

        var below = (await rig.Tracer().BelowAsync(new(PlantElementKind.Olt, crowd.Olts[0].Id), new(Search: "user-00003@isp"), Token)).Value;
        Assert.Equal((Math.Min(128, crowd.Odps.Count) * MappedCrowd.LinesOfAnOdp, crowd.Of(0)[3].AccessId), (below.Lines, Assert.Single(below.Page.Items).AccessId));
        Assert.Equal(MappedCrowd.LinesOfAnOdp, (await rig.Tracer().BelowAsync(new(PlantElementKind.Odp, crowd.Odps[7].Id), new(), Token)).Value.Lines);
    }

    private static async Task ExpectListsAsync(MappingRig rig, MappedCrowd crowd)
    {
        Assert.Equal(crowd.Cables, (await rig.Catalog().ListCablesAsync(new(), new PageRequest(), Token)).Value.TotalCount);
        var last = (await rig.Catalog().ListOdpsAsync(new(), new PageRequest(crowd.Odps.Count / 50, 50), Token)).Value;
        Assert.Equal((crowd.Odps.Count, crowd.Odps[^1].Id), (last.TotalCount, last.Items[^1].Id));

        var offers = (await rig.Desk().NearestAsync(crowd.Of(11)[0].House, 5, Token)).Value;
        Assert.Equal((crowd.Odps[11].Id, MappedCrowd.OdpPorts - MappedCrowd.LinesOfAnOdp), (offers[0].OdpId, offers[0].Free));

        var worst = (await rig.Levels().ListAsync(new(), new PageRequest(1, 10), Token)).Value;
        Assert.Equal(crowd.Lines, worst.TotalCount);
        Assert.All(worst.Items, row => Assert.Equal((crowd.Odps[crowd.DarkOdp].Id, true), (row.OdpId, row.IsBad)));
        var cause = Assert.Single((await rig.Levels().ListCausesAsync(Token)).Value);
        Assert.Equal((crowd.Odps[crowd.DarkOdp].Id, MappedCrowd.LinesOfAnOdp), (cause.Suspects[0].Id, cause.Bad));
    }

    private static GeoBox Around(GeoPoint middle, double degrees) => new(middle.Latitude - (degrees / 2), middle.Longitude - (degrees / 2), middle.Latitude + (degrees / 2), middle.Longitude + (degrees / 2));
}
