using IspPortal.Core.Mapping.Capacity;
using IspPortal.Core.Mapping.Clusters;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Optics;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Ports;

namespace IspPortal.Tests.Mapping.Ports;

/// <summary>Ports as stock, the nearest ones to a house, and where none is near.</summary>
public sealed class FindingAPortTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Ports_are_counted_by_how_they_stand_now()
    {
        var plant = new DrawnPlant();
        plant.Connect(0, 1, null);
        plant.Say(0, 2, OdpPortState.Broken);
        plant.Say(0, 3, OdpPortState.Unknown);
        plant.Say(0, 4, OdpPortState.Reserved).ReservedUntilUtc = Now.AddDays(1);
        plant.Say(0, 5, OdpPortState.Reserved).ReservedUntilUtc = Now;
        plant.Say(0, 9, OdpPortState.Broken);
        var image = plant.Image();

        var stock = PortStock.Of(image, plant.Odps[0], Now);

        Assert.Equal(new PortStock(8, 1, 1, 1, 1), stock);
        Assert.Equal(4, stock.Free);
        Assert.Equal(100.0 * 3 / 7, stock.FillPercent, 9);
        Assert.Equal(5, PortStock.FirstFree(plant.Odps[0], plant.Ports, Now));
        Assert.Equal(0, default(PortStock).FillPercent);
    }

    [Fact]
    public void The_nearest_with_a_free_port_comes_first_with_the_light_that_would_arrive()
    {
        var plant = new DrawnPlant();
        var settings = new OpticalSettings { DropReachMetres = 600 };
        var house = new GeoPoint(-6.2500, 107.0010);

        var offers = new OdpFinder(plant.Image(), settings, Now).Find(house, 5);

        Assert.Equal(["ODP-1", "ODP-2"], offers.Select(o => o.Name));
        Assert.Equal(110.5, offers[0].DistanceMetres, 0.5);
        Assert.Equal((8, 8, 1, true), (offers[0].Ports, offers[0].Free, offers[0].FreePort, offers[0].HasEnoughLight));
        Assert.Equal(3 - ((3.4 + 0.1105) * 0.35) - 0.6 - 0.4 - 17.8, offers[0].ExpectedDbm!.Value, 0.01);

        // A full one is none, nor is one that is too far; one that is not drawn up to an OLT promises nothing.
        for (var port = 1; port <= 8; port++)
        {
            plant.Say(0, port, OdpPortState.Unknown);
        }

        Assert.Equal(["ODP-2"], new OdpFinder(plant.Image(), settings, Now).Find(house, 5).Select(o => o.Name));
        Assert.Empty(new OdpFinder(plant.Image(), settings with { DropReachMetres = 100 }, Now).Find(house, 5));
        plant.Joints.Clear();
        Assert.Equal((null, false), new OdpFinder(plant.Image(), settings, Now).Find(house, 5).Select(o => (o.ExpectedDbm, o.HasEnoughLight)).Single());
    }

    [Fact]
    public void The_grid_finds_what_looking_at_every_ODP_finds()
    {
        var plant = new DrawnPlant();
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            plant.Nodes.Add(new PlantNode
            {
                Id = plant.NextId(), Kind = PlantNodeKind.Odp, Name = $"X-{i}", NameKey = $"x-{i}", Ports = 8, CreatedAtUtc = Now, Latitude = -6.25 + (random.NextDouble() * 0.02), Longitude = 107 + (random.NextDouble() * 0.02),
            });
        }

        var finder = new OdpFinder(plant.Image(), new OpticalSettings(), Now);
        for (var i = 0; i < 200; i++)
        {
            var house = new GeoPoint(-6.25 + (random.NextDouble() * 0.02), 107 + (random.NextDouble() * 0.02));
            var near = plant.Nodes.Where(n => n.Kind == PlantNodeKind.Odp && n.Point.MetresTo(house) <= 250).OrderBy(n => n.Point.MetresTo(house)).Select(n => n.Name);
            Assert.Equal(near, finder.Find(house, 250).Select(o => o.Name));
        }
    }

    [Fact]
    public void Where_no_port_reaches_there_is_something_to_build()
    {
        var plant = new DrawnPlant();
        var finder = new OdpFinder(plant.Image(), new OpticalSettings(), Now);
        var far = new GeoPoint(-6.3000, 107.0500);

        var places = CapacityReport.PlacesToBuild(
            finder,
            [
                new MapMark(Guid.CreateVersion7(), plant.Odps[0].Point, CapacityReport.Prospect),
                new MapMark(Guid.CreateVersion7(), far, CapacityReport.Prospect),
                new MapMark(Guid.CreateVersion7(), far, CapacityReport.Customer),
                new MapMark(Guid.CreateVersion7(), far, CapacityReport.Prospect),
                new MapMark(Guid.CreateVersion7(), new GeoPoint(-6.4, 107.2), CapacityReport.Customer),
            ]);

        Assert.Equal([(2, 1, 3), (0, 1, 1)], places.Select(p => (p.Prospects, p.Customers, p.Houses)));
        Assert.Equal(far.Latitude, places[0].Middle.Latitude, 6);
    }

    [Fact]
    public void Areas_add_up_their_ODPs()
    {
        var plant = new DrawnPlant();
        plant.Odps[1].Area = "bekasi timur";
        for (var port = 1; port <= 8; port++)
        {
            plant.Say(1, port, OdpPortState.Unknown);
        }

        var area = Assert.Single(CapacityReport.Areas(plant.Image(), Now));

        Assert.Equal((2, 1, 16, 8, 50.0), (area.Odps, area.FullOdps, area.Stock.Ports, area.Stock.Free, area.Stock.FillPercent));
    }
}
