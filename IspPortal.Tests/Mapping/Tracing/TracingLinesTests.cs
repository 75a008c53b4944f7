using IspPortal.Core.Common.Money;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Mapping.Tracing;

/// <summary>Lines up to their router and things down to their lines, on real databases.</summary>
public sealed class TracingLinesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_line_is_followed_up_to_its_router_with_what_was_measured(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        var (budi, loose) = (await rig.LineAsync("budi"), await rig.LineAsync("loose", 1));
        rig.Plant.Connect(0, 1, "ZTEG00000001", budi);
        await rig.DrawAsync();
        await rig.Readings().RecordAsync([new("zteg00000001", rig.Scene.Clock.NowUtc.AddHours(-2), -19.5), new("ZTEG00000001", rig.Scene.Clock.NowUtc.AddHours(-1), -20.25)], Token);

        var trace = (await rig.Tracer().TraceAsync(budi, Token)).Value;

        Assert.Equal(("budi", FiberTraceEnd.AtOlt, "RTR-1", "ZTEG00000001", -20.25), (trace.Username, trace.End, trace.RouterName, trace.OntSerial, trace.MeasuredDbm));
        Assert.Equal(trace.ExpectedDbm + 20.25, trace.MissingDb);
        Assert.Equal(14, trace.Steps.Count);
        var none = (await rig.Tracer().TraceAsync(loose, Token)).Value;
        Assert.Equal((null, 0, "RTR-2", null), (none.End, none.Steps.Count, none.RouterName, none.ExpectedDbm));
        Assert.Equal(NetworkErrors.AccessNotFound, (await rig.Tracer().TraceAsync(Guid.Empty, Token)).Error);
        Assert.Equal("identity.forbidden", (await rig.Tracer(NetworkPermissions.SessionsRead).TraceAsync(budi, Token)).Error!.Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Below_a_thing_lines_are_counted_and_what_they_bring_in_a_month(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        var (_, account) = await rig.Scene.CustomerAsync();
        var sold = await rig.Scene.SellAsync(rig.Scene.Wish(account, await rig.Scene.PlanAsync()));
        await rig.Scene.DoAsync(sold.Id, version => rig.Scene.Lifecycle.ActivateAsync(sold.Id, version, null, Token));
        var (ani, citra, loose) = (await rig.LineAsync("ani"), await rig.LineAsync("citra"), await rig.LineAsync("loose"));
        rig.Plant.Connect(0, 1, null, sold.AccessId, ani);
        rig.Plant.Connect(1, 1, null, citra);
        await rig.DrawAsync();
        (rig.Live.Lines[sold.AccessId], rig.Live.Lines[ani]) = (AccessPresence.Online, AccessPresence.Offline);

        var odp = (await rig.Tracer().BelowAsync(new(PlantElementKind.Odp, rig.Plant.Odps[0].Id), new(1, 1), Token)).Value;
        Assert.Equal(("ODP-1", 2, 1, 1, 0, Money.Idr(200_000)), (odp.Name, odp.Lines, odp.Online, odp.Offline, odp.Unknown, odp.Monthly));
        Assert.Equal((2, "ani"), (odp.Page.TotalCount, Assert.Single(odp.Page.Items).Username));
        var found = (await rig.Tracer().BelowAsync(new(PlantElementKind.Cable, rig.Plant.Feeder.Id), new(Search: "budi"), Token)).Value;
        Assert.Equal((3, "Budi Santoso", Money.Idr(200_000)), (found.Lines, Assert.Single(found.Page.Items).CustomerName, found.Page.Items[0].Monthly));

        // A router serves what is not drawn too; a radio link what stands behind it.
        Assert.Equal(4, (await rig.Tracer().BelowAsync(new(PlantElementKind.Router, ProvisioningRig.RouterId(0)), new(), Token)).Value.Lines);
        Assert.Equal(3, (await rig.Tracer().BelowAsync(new(PlantElementKind.RadioLink, rig.Plant.Radio.Id), new(), Token)).Value.Lines);
        Assert.Equal(3, (await rig.Tracer().BelowAsync(new(PlantElementKind.Join, rig.Plant.JointAt(rig.Plant.Olt).Id), new(), Token)).Value.Lines);
        Assert.Equal(MappingErrors.ElementNotFound, (await rig.Tracer().BelowAsync(new(PlantElementKind.Odp, loose), new(), Token)).Error);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Below_a_site_is_what_its_routers_and_OLTs_serve_and_what_its_radio_links_lead_to(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        var (ani, _, far) = (await rig.LineAsync("ani"), await rig.LineAsync("loose"), await rig.LineAsync("far", 1));
        rig.Plant.Connect(0, 1, null, ani);
        await rig.DrawAsync();
        await PlaceAsync(rig, 0, rig.Plant.Site);

        Assert.Equal(["ani", "loose"], await NamesAsync(new(PlantElementKind.Site, rig.Plant.Site.Id)));
        Assert.Equal(["ani", "loose"], await NamesAsync(new(PlantElementKind.Site, rig.Plant.Tower.Id)));
        var lit = (await rig.Tracer().BranchAsync(new(PlantElementKind.Site, rig.Plant.Tower.Id), Token)).Value.Ids;
        Assert.Superset(new HashSet<Guid> { ani, rig.Plant.Radio.Id, rig.Plant.Site.Id, rig.Plant.Feeder.Id }, lit.ToHashSet());
        Assert.DoesNotContain(far, lit);

        async Task<IEnumerable<string>> NamesAsync(PlantElement element) => (await rig.Tracer().BelowAsync(element, new(), Token)).Value.Page.Items.Select(l => l.Username).Order(StringComparer.Ordinal);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Below_a_thing_its_cables_nodes_and_houses_are_lit_and_nothing_above_it(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        var (ani, budi) = (await rig.LineAsync("ani"), await rig.LineAsync("budi"));
        var house = rig.Plant.Connect(0, 1, null, ani);
        rig.Plant.Connect(1, 1, null, budi);
        await rig.DrawAsync();

        var closure = (await rig.Tracer().BranchAsync(new(PlantElementKind.Closure, rig.Plant.Closure.Id), Token)).Value;
        Assert.Equal(new[] { rig.Plant.Closure.Id, rig.Plant.Odps[0].Id, rig.Plant.Odps[1].Id, rig.Plant.Tails[0].Id, rig.Plant.Tails[1].Id, ani, budi }.Order(), closure.Ids.Order());
        Assert.Equal((4, 2, 0), (closure.Ways.Count, closure.Houses.Count, closure.LeftOut));
        Assert.Contains(new(house.Latitude, house.Longitude), closure.Houses);

        var tail = (await rig.Tracer().BranchAsync(new(PlantElementKind.Cable, rig.Plant.Tails[0].Id), Token)).Value;
        Assert.Equal(new[] { rig.Plant.Odps[0].Id, rig.Plant.Tails[0].Id, ani }.Order(), tail.Ids.Order());
        var link = (await rig.Tracer().BranchAsync(new(PlantElementKind.RadioLink, rig.Plant.Radio.Id), Token)).Value;
        Assert.Contains(rig.Plant.Radio.Id, link.Ids);
        Assert.Contains(rig.Plant.Feeder.Id, link.Ids);
        Assert.Equal(MappingErrors.ElementNotFound, (await rig.Tracer().BranchAsync(new(PlantElementKind.Odp, ani), Token)).Error);
        Assert.Equal("identity.forbidden", (await rig.Tracer(NetworkPermissions.SessionsRead).BranchAsync(new(PlantElementKind.Odp, rig.Plant.Odps[0].Id), Token)).Error!.Code);
    }

    [Fact]
    public async Task Names_prices_and_houses_are_for_those_who_may_know_them()
    {
        await using var rig = await MappingRig.CreateAsync();
        var (_, account) = await rig.Scene.CustomerAsync();
        var sold = await rig.Scene.SellAsync(rig.Scene.Wish(account, await rig.Scene.PlanAsync()));
        await rig.Scene.DoAsync(sold.Id, version => rig.Scene.Lifecycle.ActivateAsync(sold.Id, version, null, Token));
        rig.Plant.Connect(0, 1, null, sold.AccessId);
        await rig.DrawAsync();
        var odp = new PlantElement(PlantElementKind.Odp, rig.Plant.Odps[0].Id);

        var map = (await rig.Tracer(MappingPermissions.MapRead).BelowAsync(odp, new(), Token)).Value;
        Assert.Equal((1, null, null, null), (map.Lines, map.Monthly, map.Page.Items[0].CustomerName, map.Page.Items[0].Monthly));
        Assert.Equal(0, (await rig.Tracer(MappingPermissions.MapRead).BelowAsync(odp, new(Search: "budi santoso"), Token)).Value.Page.TotalCount);
        var branch = (await rig.Tracer(MappingPermissions.MapRead).BranchAsync(odp, Token)).Value;
        Assert.Empty(branch.Houses);
        Assert.DoesNotContain(sold.AccessId, branch.Ids);

        var prices = (await rig.Tracer(MappingPermissions.MapRead, SubscriptionsPermissions.SubscriptionsRead).BelowAsync(odp, new(), Token)).Value;
        Assert.Equal((Money.Idr(200_000), null), (prices.Monthly, prices.Page.Items[0].CustomerName));
        Assert.Single((await rig.Tracer(MappingPermissions.MapRead, SubscriptionsPermissions.SubscriptionsRead).BranchAsync(odp, Token)).Value.Houses);
    }

    private static async Task PlaceAsync(MappingRig rig, int router, PlantNode site)
    {
        await using var context = rig.Scene.Database.Open();
        context.Add(new SiteRouter { RouterId = ProvisioningRig.RouterId(router), NodeId = site.Id });
        await context.SaveChangesAsync(Token);
    }
}
