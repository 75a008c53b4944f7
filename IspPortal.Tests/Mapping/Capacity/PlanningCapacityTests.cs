using IspPortal.Core.Customers;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Mapping.Capacity;

/// <summary>How full the plant is, where it is missing, and its lists; on real databases.</summary>
public sealed class PlanningCapacityTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Areas_are_told_by_how_full_they_are_and_houses_that_nothing_reaches_are_gathered(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        for (var port = 1; port <= 7; port++)
        {
            rig.Plant.Say(1, port, port < 3 ? OdpPortState.Broken : OdpPortState.Unknown);
        }

        await rig.DrawAsync();
        var (customer, account) = await rig.Scene.CustomerAsync();
        var sold = await rig.Scene.SellAsync(rig.Scene.Wish(account, await rig.Scene.PlanAsync()) with { Latitude = -6.3000, Longitude = 107.0500 });
        await rig.Scene.Customers.AddAsync(new SaveCustomerRequest("Jauh", CustomerKind.Residential) { Phone = "081234567891", Latitude = -6.3000, Longitude = 107.0500 });
        await rig.Scene.Customers.AddAsync(new SaveCustomerRequest("Dekat", CustomerKind.Residential) { Phone = "081234567892", Latitude = -6.2501, Longitude = 107.0001 });

        var areas = (await rig.Capacity().ListAreasAsync(new(), Token)).Value;
        Assert.Equal([("Bekasi Barat", 8, 1, 2, 5), ("Bekasi Timur", 8, 8, 0, 0)], areas.Items.Select(a => (a.Area, a.Stock.Ports, a.Stock.Free, a.Stock.Broken, a.Stock.Unknown)));
        Assert.Equal("Bekasi Timur", (await rig.Capacity().ListAreasAsync(new(1, 1, null, "free", true), Token)).Value.Items.Single().Area);
        Assert.Equal(1, (await rig.Capacity().ListAreasAsync(new(Search: "barat"), Token)).Value.TotalCount);

        var place = Assert.Single((await rig.Capacity().ListPlacesToBuildAsync(new(), Token)).Value.Items);
        Assert.Equal((1, 1), (place.Prospects, place.Customers));
        Assert.NotEqual(Guid.Empty, customer);
        Assert.NotEqual(Guid.Empty, sold.Id);
        Assert.Equal("identity.forbidden", (await rig.Capacity(CustomersPermissions.CustomersRead).ListAreasAsync(new(), Token)).Error!.Code);
    }

    [Fact]
    public async Task Sites_ODPs_and_cables_are_listed()
    {
        await using var rig = await MappingRig.CreateAsync();
        rig.Plant.Say(0, 1, OdpPortState.Broken);
        await rig.DrawAsync();
        var catalog = rig.Catalog();

        Assert.Equal([("POP-1", 1), ("TWR-1", 0)], (await catalog.ListSitesAsync(new(), Token)).Value.Items.Select(s => (s.Name, s.Olts)));
        Assert.Equal(MappingErrors.SiteNotFound, (await catalog.GetSiteAsync(rig.Plant.Olt.Id, Token)).Error);
        Assert.Equal("POP-1", (await catalog.GetSiteAsync(rig.Plant.Site.Id, Token)).Value.Name);
        Assert.Equal(["ODP-1"], (await catalog.ListOdpsAsync(new(NeedsLooking: true), new(), Token)).Value.Items.Select(o => o.Name));
        Assert.Equal(["ODP-2", "ODP-1"], (await catalog.ListOdpsAsync(new(HasFree: true), new(1, 10, null, "free", true), Token)).Value.Items.Select(o => o.Name));
        Assert.Equal(["ODP-2"], (await catalog.ListOdpsAsync(new("bekasi barat"), new(Search: "odp"), Token)).Value.Items.Select(o => o.Name));
        Assert.Equal(["Bekasi Barat", "Bekasi Timur"], (await catalog.ListAreasAsync(Token)).Value);
        Assert.Equal(MappingErrors.OdpNotFound, (await catalog.GetOdpAsync(rig.Plant.Odc.Id, Token)).Error);
        Assert.Equal(["FDR-1", "DST-3", "DST-1", "DST-2"], (await catalog.ListCablesAsync(new(), new(1, 10, null, "length", true), Token)).Value.Items.Select(c => c.Name));
        Assert.Equal(["DST-1", "FDR-1"], (await catalog.ListCablesAsync(new(rig.Plant.Odc.Id, true), new(), Token)).Value.Items.Select(c => c.Name));
        Assert.Equal(("ODC-1", "JC-1", 24), ((await catalog.GetCableAsync(rig.Plant.Distribution.Id, Token)).Value is var cable ? cable.FromName : "", cable.ToName, cable.Cores));
        Assert.Equal("mapping.cable_not_found", (await catalog.GetCableAsync(Guid.Empty, Token)).Error!.Code);
    }
}
