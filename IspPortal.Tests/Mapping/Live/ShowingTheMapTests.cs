using IspPortal.Core.Customers;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Subscriptions;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Mapping.Live;

public sealed class ShowingTheMapTests
{
    private static readonly GeoPoint Here = new(-6.24, 107.0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Every_line_shows_how_it_stands_and_a_silent_router_makes_none_offline(string provider)
    {
        await using var rig = await MapRig.CreateAsync(provider);
        var plan = await rig.Scene.PlanAsync();
        var budi = await rig.SellAsync("Budi", plan, At(0));
        await rig.SellAsync("Dewi", plan, At(1));
        var isolated = await rig.SellAsync("Eko", plan, At(2), holds: AccessHolds.Dunning);
        await rig.SellAsync("Fitri", plan, At(3), holds: AccessHolds.Pause);
        await rig.SellAsync("Gita", plan, At(4), router: 1);
        rig.Answer(0, RouterState.Online, budi, isolated);
        rig.Answer(1, RouterState.Offline);

        Assert.Equal(
            new() { ["Budi"] = MapLineState.Online, ["Dewi"] = MapLineState.Offline, ["Eko"] = MapLineState.Isolated, ["Fitri"] = MapLineState.Off, ["Gita"] = MapLineState.Unknown },
            await rig.StatesAsync());
        Assert.Equal([1, 1, 1, 1, 1], (await rig.ViewAsync()).Counts.States);

        // The next look at the feed: no line was read anew for it.
        rig.Answer(0, RouterState.Online);
        rig.Scene.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(MapLineState.Offline, (await rig.StatesAsync())["Budi"]);
        rig.Answer(0, RouterState.Offline);
        rig.Scene.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0, (await rig.ViewAsync()).Counts.Of(MapLineState.Offline));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Filters_choose_lines_and_counts_follow_them(string provider)
    {
        await using var rig = await MapRig.CreateAsync(provider);
        var (home, business) = (await rig.Scene.PlanAsync(), await rig.Scene.PlanAsync("HOME-50", 300_000, 50));
        var budi = await rig.SellAsync("Budi", home, At(0), tags: "vip");
        await rig.SellAsync("Dewi", business, At(1), router: 1, holds: AccessHolds.Dunning);
        await rig.SellAsync("Eko", home, At(2), router: 1, holds: AccessHolds.Expired);
        rig.Answer(0, RouterState.Online, budi);
        rig.Answer(1, RouterState.Online);

        Assert.Equal(["Dewi"], await ShownAsync(new(PlanId: business.PlanId)));
        Assert.Equal(["Dewi", "Eko"], await ShownAsync(new(RouterId: ProvisioningRig.RouterId(1))));
        Assert.Equal(["Budi"], await ShownAsync(new(Tag: "vip")));
        Assert.Equal(["Budi"], await ShownAsync(new(MapLineState.Online)));
        Assert.Equal(["Dewi", "Eko"], await ShownAsync(new(MapLineState.Isolated)));
        Assert.Equal(["Dewi"], await ShownAsync(new(Payment: MapPayment.Overdue)));
        Assert.Equal(["Eko"], await ShownAsync(new(Payment: MapPayment.Expired)));
        Assert.Equal(["Budi"], await ShownAsync(new(Payment: MapPayment.Clear)));
        Assert.Empty(await ShownAsync(new(MapLineState.Online, business.PlanId)));

        // The legend goes on to tell of the states that are not shown.
        var isolated = await rig.ViewAsync(new(MapLineState.Isolated, RouterId: ProvisioningRig.RouterId(1)));
        Assert.Equal([0, 0, 2, 0, 0], isolated.Counts.States);
        Assert.Equal([1, 0, 2, 0, 0], (await rig.ViewAsync(new(MapLineState.Isolated))).Counts.States);

        async Task<IEnumerable<string>> ShownAsync(MapLineFilter filter) => (await rig.StatesAsync(filter)).Keys.Order(StringComparer.Ordinal);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_line_stands_where_it_was_sold_to_else_where_its_drop_ends(string provider)
    {
        await using var rig = await MapRig.CreateAsync(provider);
        var plan = await rig.Scene.PlanAsync();
        var sold = await rig.SellAsync("Budi", plan, At(0));
        var drawn = await rig.SellAsync("Dewi", plan, null);
        await rig.SellAsync("Eko", plan, null);
        await rig.DrawPlantAsync(Here, sold, drawn);
        rig.Answer(0, RouterState.Online, sold);

        var view = await rig.ViewAsync();
        Assert.Equal([At(0), new GeoPoint(Here.Latitude + 0.0005, Here.Longitude + 0.0001)], view.Lines.OrderBy(l => l.Label, StringComparer.Ordinal).Select(l => l.Point));
        Assert.Equal((1, 8, 5, 2), (view.Counts.Odps, view.Counts.Ports, view.Counts.FreePorts, view.Counts.Covered));
        var odp = Assert.Single(view.Nodes, n => n.Kind == PlantNodeKind.Odp);
        Assert.Equal((MapRig.OdpId, 8, 5, 0), (odp.Id, odp.Ports, odp.FreePorts, odp.Full));
        Assert.Equal(MapRig.CableId, Assert.Single(view.Ways).Id);

        var panel = (await rig.View().NodeAsync(MapRig.OdpId, Token)).Value;
        Assert.Equal([OdpPortState.Used, OdpPortState.Used, .. Enumerable.Repeat(OdpPortState.Free, 5), OdpPortState.Broken], panel.OdpPorts.Select(p => p.State));
        Assert.Equal([("Budi", MapLineState.Online), ("Dewi", MapLineState.Offline)], panel.OdpPorts.Take(2).Select(p => (p.Label!, p.Line!.Value)));
        var line = (await rig.View().LineAsync(sold, Token)).Value;
        Assert.Equal(("Budi", "RTR-1", "ODP-BKS-01", 1, "10.0.0.7"), (line.CustomerName, line.RouterName, line.OdpName, line.OdpPort, line.SessionAddress));
        Assert.Null((await rig.View().LineAsync((await rig.View().FindAsync("dewi", Token)).Value.Single().Id, Token)).Value.SessionAddress);
        var way = (await rig.View().WayAsync(MapRig.CableId, Token)).Value;
        Assert.Equal(("F-01", "OLT-1", "ODP-BKS-01", 24), (way.Name, way.FromName, way.ToName, way.Cores));
        Assert.Equal("map.not_found", (await rig.View().WayAsync(MapRig.OdpId, Token)).Error?.Code);
        Assert.Equal("map.not_found", (await rig.View().NodeAsync(MapRig.CableId, Token)).Error?.Code);
        Assert.Equal("map.not_found", (await rig.View().LineAsync(MapRig.CableId, Token)).Error?.Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_site_tells_which_routers_stand_there(string provider)
    {
        await using var rig = await MapRig.CreateAsync(provider);
        var (site, link) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await rig.DrawPlantAsync(Here);
        await using (var context = rig.Scene.Database.Open())
        {
            context.Add(new PlantNode { Id = site, Kind = PlantNodeKind.Site, Name = "POP BKS", NameKey = "pop bks", Latitude = Here.Latitude, Longitude = Here.Longitude, CreatedAtUtc = rig.Scene.Clock.NowUtc });
            context.Add(new PlantNode { Id = link, Kind = PlantNodeKind.Tower, Name = "TWR", NameKey = "twr", Latitude = Here.Latitude + 0.02, Longitude = Here.Longitude, CreatedAtUtc = rig.Scene.Clock.NowUtc });
            await context.SaveChangesAsync(Token);
            context.Add(new SiteRouter { RouterId = ProvisioningRig.RouterId(1), NodeId = site });
            context.Add(new RadioLink { Id = link, Name = "Tautan Timur", NameKey = "tautan timur", FromNodeId = site, ToNodeId = link, CreatedAtUtc = rig.Scene.Clock.NowUtc });
            await context.SaveChangesAsync(Token);
        }

        Assert.Equal([(ProvisioningRig.RouterId(1), "RTR-2")], (await rig.View().NodeAsync(site, Token)).Value.Routers.Select(r => (r.Id, r.Name)));
        Assert.Empty((await rig.View().NodeAsync(MapRig.OltId, Token)).Value.Routers);
        var found = Assert.Single((await rig.View().FindAsync("timur", Token)).Value);
        Assert.Equal((MapFoundKind.Radio, link, Math.Round(Here.Latitude + 0.01, 4)), (found.Kind, found.Id, Math.Round(found.Point.Latitude, 4)));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Everything_with_a_place_is_found_by_its_name(string provider)
    {
        await using var rig = await MapRig.CreateAsync(provider);
        var plan = await rig.Scene.PlanAsync();
        var budi = await rig.SellAsync("Budi Santoso", plan, At(0));
        await rig.SellAsync("Budiman", plan, null);
        await rig.DrawPlantAsync(Here, budi);

        var details = (await rig.View().LineAsync(budi, Token)).Value;
        foreach (var text in new[] { "santo", "Budi SANTOSO", details.Number!, details.Username })
        {
            Assert.Equal([(MapFoundKind.Line, budi)], (await rig.View().FindAsync(text, Token)).Value.Select(f => (f.Kind, f.Id)));
        }

        Assert.Equal([(MapFoundKind.Node, MapRig.OdpId)], (await rig.View().FindAsync("odp-bks", Token)).Value.Select(f => (f.Kind, f.Id)));
        Assert.Equal([(MapFoundKind.Cable, MapRig.CableId, "F-01")], (await rig.View().FindAsync("f-0", Token)).Value.Select(f => (f.Kind, f.Id, f.Name)));
        Assert.Empty((await rig.View().FindAsync("  ", Token)).Value);
        Assert.Equal("common.invalid", (await rig.View().FindAsync("a\0b", Token)).Error?.Code);

        // Without a look into customers nobody is found by name.
        Assert.Empty((await rig.View(MappingPermissions.MapRead, SubscriptionsPermissions.SubscriptionsRead).FindAsync("budi santoso", Token)).Value);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Names_and_houses_are_for_those_who_may_know_them(string provider)
    {
        await using var rig = await MapRig.CreateAsync(provider);
        var budi = await rig.SellAsync("Budi Santoso", await rig.Scene.PlanAsync(), At(0));
        rig.Answer(0, RouterState.Online, budi);
        var request = new MapViewRequest(MapRig.Bekasi, 19) { Heat = MapHeat.Density };

        var nobody = rig.View(SubscriptionsPermissions.SubscriptionsRead);
        Assert.Equal("identity.forbidden", (await nobody.ViewAsync(request, Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await nobody.WholeAsync(Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await nobody.FindAsync("budi", Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await nobody.LineAsync(budi, Token)).Error?.Code);

        var map = rig.View(MappingPermissions.MapRead);
        var counted = (await map.ViewAsync(request, Token)).Value;
        Assert.Empty(counted.Lines);
        Assert.Empty(counted.Heat);
        Assert.Equal(1, counted.Counts.Of(MapLineState.Online));
        Assert.Equal("map.not_found", (await map.LineAsync(budi, Token)).Error?.Code);
        Assert.Empty((await map.LinesInAsync(MapRig.Bekasi, new(), Token)).Value);

        var lines = rig.View(MappingPermissions.MapRead, SubscriptionsPermissions.SubscriptionsRead);
        var details = (await lines.LineAsync(budi, Token)).Value;
        Assert.Equal(details.Username, Assert.Single((await lines.ViewAsync(request, Token)).Value.Lines).Label);
        Assert.Null(details.CustomerName);
        Assert.Null(details.Address);
        Assert.Null(details.SessionAddress);

        var people = rig.View(MappingPermissions.MapRead, CustomersPermissions.CustomersRead);
        Assert.Equal("Budi Santoso", Assert.Single((await people.ViewAsync(request, Token)).Value.Lines).Label);
        Assert.Equal("Budi Santoso", Assert.Single((await people.LinesInAsync(MapRig.Bekasi, new(), Token)).Value).Label);
    }

    [Fact]
    public async Task A_box_that_is_none_is_refused()
    {
        await using var rig = await MapRig.CreateAsync("Sqlite");
        foreach (var (box, zoom) in new[]
        {
            (new GeoBox(-6.2, 107, -6.3, 106), 12), (new GeoBox(-91, 106, -6, 107), 12), (new GeoBox(double.NaN, 106, -6, 107), 12), (MapRig.Bekasi, -1), (MapRig.Bekasi, 23),
        })
        {
            Assert.Equal("map.bad_box", (await rig.View().ViewAsync(new MapViewRequest(box, zoom), Token)).Error?.Code);
        }

        Assert.Equal("map.bad_box", (await rig.View().LinesInAsync(new GeoBox(1, 1, 0, 0), new(), Token)).Error?.Code);
        Assert.Null((await rig.View().WholeAsync(Token)).Value);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_changes_in_the_database_is_seen_within_seconds_behind_those_who_look(string provider)
    {
        await using var rig = await MapRig.CreateAsync(provider);
        var plan = await rig.Scene.PlanAsync();
        await rig.SellAsync("Budi", plan, At(0));
        Assert.Equal(1, (await rig.ViewAsync()).Counts.Lines);
        await rig.SellAsync("Dewi", plan, At(1));
        rig.Scene.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, (await rig.ViewAsync()).Counts.Lines);

        // Told that something changed: the old image is given once more while the new one is read.
        rig.Lines.Touch();
        await SeenAsync(2);
        await rig.SellAsync("Eko", plan, At(2));
        rig.Scene.Clock.Advance(TimeSpan.FromSeconds(16));
        await SeenAsync(3);

        // Nobody looked for long: what is old is not given at all.
        await rig.SellAsync("Fitri", plan, At(3));
        rig.Scene.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(4, (await rig.ViewAsync()).Counts.Lines);

        async Task SeenAsync(int lines) => await ProvisioningRig.WaitForAsync(async () => (await rig.ViewAsync()).Counts.Lines, seen => seen == lines);
    }

    [Fact]
    public async Task Heat_shows_where_traffic_and_faults_are()
    {
        await using var rig = await MapRig.CreateAsync("Sqlite");
        var plan = await rig.Scene.PlanAsync();
        var budi = await rig.SellAsync("Budi", plan, At(0));
        await rig.SellAsync("Dewi", plan, new GeoPoint(-6.29, 106.95));
        rig.Answer(0, RouterState.Online, budi);

        Assert.Equal(8_000_000, Assert.Single((await rig.ViewAsync(zoom: 12, heat: MapHeat.Traffic)).Heat).Value);
        Assert.True(Assert.Single((await rig.ViewAsync(zoom: 12, heat: MapHeat.Faults)).Heat).Box.Holds(new GeoPoint(-6.29, 106.95)));
        Assert.Equal(2, (await rig.ViewAsync(zoom: 12, heat: MapHeat.Density)).Heat.Sum(c => c.Value));
    }

    private static GeoPoint At(int number) => new(Here.Latitude + (0.002 * number), Here.Longitude + 0.001);
}
