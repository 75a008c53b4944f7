using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Optics;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Tracing;

namespace IspPortal.Tests.Mapping.Tracing;

/// <summary>A way of light with names, colours, losses and points; and what hangs below each thing that it passes.</summary>
public sealed class DrawingTracesTests
{
    private static readonly Guid Budi = new("019b0000-0000-7000-8000-00000000aa01");
    private static readonly Guid Sari = new("019b0000-0000-7000-8000-00000000aa02");

    [Fact]
    public void A_trace_names_what_light_passes_from_the_house_to_the_OLT()
    {
        var plant = new DrawnPlant();
        plant.Connect(1, 3, "ZTEG00000001", Budi);
        var image = plant.Image();

        var drawn = DrawnTrace.Of(image, image.DropOf(Budi)!, new OpticalLosses());

        Assert.Equal(
            [
                "Drop  ", "Port ODP-2 3", "Join  ", "Splitter ODP-2 3", "Join  ", "Core DST-3 1", "Join  ", "Core DST-1 14", "Join  ", "Splitter SP-1 2", "Join  ", "Core FDR-1 3", "Join  ", "PonPort OLT-1 7",
            ],
            drawn.Steps.Select(s => $"{s.Kind} {s.Name} {s.Number}"));
        Assert.Equal(FiberTraceEnd.AtOlt, drawn.Trace.End);
        Assert.Equal(plant.Olt.Id, drawn.OltId);
        Assert.Equal([null, "ODP-2", "ODP-2", "ODP-2", "ODP-2", null, "JC-1", null, "ODC-1", "ODC-1", "ODC-1", null, "OLT-1", "OLT-1"], drawn.Steps.Select(s => s.NodeName));

        // 3.74 km at 0.35, a port and a plug at 0.3, four splices at 0.1, 1:8 and 1:4.
        Assert.Equal(3_740, drawn.Trace.LengthMetres, 0.5);
        Assert.Equal((3.74 * 0.35) + (2 * 0.3) + (4 * 0.1) + 10.5 + 7.3, drawn.Budget.LossDb!.Value, 0.01);
        Assert.Equal(3 - drawn.Budget.LossDb.Value, drawn.Budget.ExpectedDbm!.Value, 9);
    }

    [Fact]
    public void Its_way_over_the_ground_follows_every_cable_upwards_whichever_way_it_was_drawn()
    {
        var plant = new DrawnPlant();
        var house = plant.Connect(1, 3, null, Budi);
        var image = plant.Image();

        var path = DrawnTrace.Of(image, image.DropOf(Budi)!, new OpticalLosses()).Path;

        Assert.Equal(
            [new GeoPoint(house.Latitude, house.Longitude), plant.Odps[1].Point, plant.Closure.Point, plant.Odc.Point, new GeoPoint(-6.2350, 107.0010), plant.Olt.Point],
            path);
    }

    [Theory]
    [InlineData(1, 12, FiberColour.Blue, 1, FiberColour.Blue)]
    [InlineData(12, 12, FiberColour.Aqua, 1, FiberColour.Blue)]
    [InlineData(14, 12, FiberColour.Orange, 2, FiberColour.Orange)]
    [InlineData(24, 6, FiberColour.White, 4, FiberColour.Brown)]
    [InlineData(13, 24, FiberColour.Blue, 1, FiberColour.Blue)]
    [InlineData(145, 12, FiberColour.Blue, 13, FiberColour.Blue)]
    public void Cores_and_tubes_have_the_colours_of_TIA_598(int core, int coresPerTube, FiberColour colour, int tube, FiberColour tubeColour) =>
        Assert.Equal(new CoreMark(colour, tube, tubeColour), CoreMark.Of(core, coresPerTube));

    [Fact]
    public void A_way_that_is_not_drawn_to_its_end_says_where_it_ends_and_promises_nothing()
    {
        var plant = new DrawnPlant();
        plant.Connect(0, 1, null, Budi);
        plant.Joints.RemoveAll(j => j.Joint.NodeId == plant.Closure.Id);
        var image = plant.Image();

        var drawn = DrawnTrace.Of(image, image.DropOf(Budi)!, new OpticalLosses());

        Assert.Equal((FiberTraceEnd.Open, null, null), (drawn.Trace.End, drawn.Budget.ExpectedDbm, drawn.OltId));
        Assert.Equal("DST-2", drawn.Steps[^1].Name);
        Assert.Equal(plant.Closure.Point, drawn.Path[^1]);
    }

    [Fact]
    public void Whatever_a_house_hangs_on_has_the_house_below_it()
    {
        var plant = new DrawnPlant(new Guid(9, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]));
        var random = new Random(598);
        Dictionary<Guid, Guid> routerOf = [];
        foreach (var odp in (int[])[0, 1])
        {
            foreach (var port in Enumerable.Range(1, 8).Where(_ => random.Next(3) > 0))
            {
                Guid[] accesses = [.. Enumerable.Range(0, random.Next(1, 3)).Select(n => new Guid(odp, (short)port, (short)n, [1, 0, 0, 0, 0, 0, 0, 0]))];
                plant.Connect(odp, port, null, accesses);
                foreach (var access in accesses)
                {
                    routerOf[access] = plant.Olt.RouterId!.Value;
                }
            }
        }

        var image = plant.Image();
        Assert.True(routerOf.Count > 8);
        foreach (var (access, router) in routerOf)
        {
            var path = PlantPaths.Of(image, access, router);
            Assert.Contains(path, e => e.Kind == PlantElementKind.RadioLink);
            foreach (var element in path)
            {
                var below = PlantBelow.Lines(image, element, routerOf);
                Assert.True(below.Contains(access), $"{element} {access}");

                // And nothing else hangs there than what passes it.
                Assert.All(below, other => Assert.Contains(element, PlantPaths.Of(image, other, router)));
            }
        }
    }

    [Fact]
    public void Below_a_core_hangs_less_than_below_its_cable()
    {
        var plant = new DrawnPlant();
        plant.Connect(0, 1, null, Budi);
        plant.Connect(1, 1, null, Sari);
        var image = plant.Image();

        Assert.Equal([Budi, Sari], Below(new(PlantElementKind.Cable, plant.Distribution.Id)));
        Assert.Equal([Sari], Below(new(PlantElementKind.Core, plant.Distribution.Id, 14)));
        Assert.Empty(Below(new(PlantElementKind.Core, plant.Distribution.Id, 2)));
        Assert.Equal([Budi, Sari], Below(new(PlantElementKind.Closure, plant.Closure.Id)));
        Assert.Equal([Budi, Sari], Below(new(PlantElementKind.PonPort, plant.Olt.Id, 7)));
        Assert.Empty(Below(new(PlantElementKind.PonPort, plant.Olt.Id, 6)));
        Assert.Equal([Budi], Below(new(PlantElementKind.Splitter, plant.Splitter.Id, 1)));
        Assert.Empty(Below(new(PlantElementKind.Odp, Guid.Empty)));

        Guid[] Below(PlantElement element) => [.. PlantBelow.Lines(image, element, new Dictionary<Guid, Guid>()).Order()];
    }
}
