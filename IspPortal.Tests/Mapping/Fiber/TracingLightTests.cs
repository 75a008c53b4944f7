using FsCheck;
using FsCheck.Fluent;
using IspPortal.Core.Mapping.Fiber;

namespace IspPortal.Tests.Mapping.Fiber;

public sealed class TracingLightTests
{
    private readonly ExamplePlant _example = new();

    [Fact]
    public void A_house_is_traced_to_its_pon_port_with_all_that_lies_between()
    {
        var drop = _example.Drops[1];
        var trace = _example.Plant().Trace(drop);
        Assert.Equal(FiberTraceEnd.AtOlt, trace.End);
        Assert.Equal(
            [
                FiberStepKind.Drop, FiberStepKind.Port, FiberStepKind.Join, FiberStepKind.Splitter, FiberStepKind.Join, FiberStepKind.Core, FiberStepKind.Join, FiberStepKind.Core,
                FiberStepKind.Join, FiberStepKind.Splitter, FiberStepKind.Join, FiberStepKind.Core, FiberStepKind.Join, FiberStepKind.PonPort,
            ],
            trace.Steps.Select(s => s.Kind));
        Assert.Equal(100 + 600 + 800 + 2_000, trace.LengthMetres);
        Assert.Equal([(_example.Odps[0].Splitter.Id, 2, 8), (_example.OdcSplitter.Id, 1, 4)], trace.Steps.Where(s => s.Kind == FiberStepKind.Splitter).Select(s => (s.ElementId, s.Number!.Value, s.Outputs!.Value)));
        Assert.Equal((_example.Olt, 7), (trace.Steps[^1].ElementId, trace.Steps[^1].Number));
        Assert.Equal([(_example.Odps[0].Cable.Id, 1), (_example.Distribution.Id, 1), (_example.Feeder.Id, 3)], trace.Steps.Where(s => s.Kind == FiberStepKind.Core).Select(s => (s.ElementId, s.Number!.Value)));
    }

    [Fact]
    public void What_hangs_below_is_found_from_anything()
    {
        var plant = _example.Plant();
        Assert.Equal(Ids(_example.Drops), Ids(plant.Below(FiberEnd.PonPort(_example.Olt, 7))));
        Assert.Equal(Ids(_example.Drops), Ids(plant.BelowSplitter(_example.OdcSplitter.Id)));
        Assert.Equal(Ids(_example.Drops.Take(4)), Ids(plant.Below(FiberEnd.Core(_example.Distribution.Id, 1, CableSide.B))));
        Assert.Equal(Ids(_example.Drops.Skip(4)), Ids(plant.BelowSplitter(_example.Odps[1].Splitter.Id)));
        Assert.Equal(Ids([_example.Drops[2]]), Ids(plant.Below(FiberEnd.SplitterOutput(_example.Odps[0].Splitter.Id, 3))));
        Assert.Empty(plant.Below(FiberEnd.SplitterOutput(_example.Odps[0].Splitter.Id, 8)));
        Assert.Empty(plant.Below(FiberEnd.PonPort(_example.Olt, 8)));
    }

    [Fact]
    public void An_open_end_says_where_the_way_ends()
    {
        _example.Joins.RemoveAll(j => j.NodeId == _example.Closure);
        var trace = _example.Plant().Trace(_example.Drops[0]);
        Assert.Equal((FiberTraceEnd.Open, FiberEnd.Core(_example.Odps[0].Cable.Id, 1, CableSide.A)), (trace.End, trace.LastEnd));
        Assert.Equal(650, trace.LengthMetres);
    }

    [Fact]
    public void A_circle_ends_instead_of_running_for_ever()
    {
        _example.Joins.RemoveAll(j => j.NodeId == _example.Olt);
        var back = FiberEnd.SplitterOutput(_example.OdcSplitter.Id, 3);
        Assert.True(_example.Plant().WouldLoop(FiberEnd.Core(_example.Feeder.Id, 3, CableSide.A), back));
        _example.Join(_example.Odc, FiberEnd.Core(_example.Feeder.Id, 3, CableSide.A), back);
        Assert.Equal(FiberTraceEnd.Loop, _example.Plant().Trace(_example.Drops[0]).End);
        Assert.Equal(8, _example.Plant().BelowSplitter(_example.OdcSplitter.Id).Count);
    }

    [Fact]
    public void Two_outputs_of_one_splitter_are_a_circle_and_what_is_apart_is_none()
    {
        var plant = _example.Plant();
        var splitter = _example.OdcSplitter.Id;
        Assert.True(plant.WouldLoop(FiberEnd.SplitterOutput(splitter, 3), FiberEnd.SplitterOutput(splitter, 4)));
        Assert.True(plant.WouldLoop(FiberEnd.Core(_example.Odps[0].Cable.Id, 2, CableSide.A), FiberEnd.Core(_example.Odps[0].Cable.Id, 2, CableSide.B)));
        Assert.True(plant.WouldLoop(FiberEnd.SplitterOutput(splitter, 3), FiberEnd.SplitterOutput(splitter, 3)));
        Assert.False(plant.WouldLoop(FiberEnd.SplitterOutput(splitter, 3), FiberEnd.Core(_example.Distribution.Id, 3, CableSide.A)));
        Assert.False(plant.WouldLoop(FiberEnd.PonPort(_example.Olt, 8), FiberEnd.Core(_example.Feeder.Id, 4, CableSide.A)));
    }

    [Fact]
    public void A_splitter_joined_the_wrong_way_round_is_told()
    {
        var (odp, splitter, cable) = _example.Odps[0];
        _example.Joins.RemoveAll(j => j.NodeId == odp);
        _example.Join(odp, FiberEnd.PortInside(odp, 1), FiberEnd.SplitterInput(splitter.Id));
        _example.Join(odp, FiberEnd.SplitterOutput(splitter.Id, 1), FiberEnd.Core(cable.Id, 1, CableSide.B));
        var trace = _example.Plant().Trace(_example.Drops[0]);
        Assert.Equal((FiberTraceEnd.Backwards, FiberEnd.SplitterInput(splitter.Id)), (trace.End, trace.LastEnd));
    }

    [Fact]
    public void Ends_that_are_joined_twice_are_named()
    {
        var end = FiberEnd.Core(_example.Feeder.Id, 3, CableSide.A);
        _example.Join(_example.Olt, FiberEnd.PonPort(_example.Olt, 8), end);
        Assert.Equal([end], _example.Plant().JoinedTwice);
        Assert.Equal(7, _example.Plant().Trace(_example.Drops[0]).Steps[^1].Number);
    }

    [Fact]
    public void Whatever_is_drawn_a_trace_ends_and_what_hangs_below_its_top_has_the_house()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var plant = Wild(new Random(seed), out var drops);
            return drops.All(drop =>
            {
                var trace = plant.Trace(drop);
                return trace.End != FiberTraceEnd.AtOlt || plant.Below(trace.LastEnd).Contains(drop);
            });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_plant_that_refuses_circles_has_none()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var plant = Wild(new Random(seed), out var drops, refuseLoops: true);
            return drops.All(drop => plant.Trace(drop).End != FiberTraceEnd.Loop);
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<Guid> Ids(IEnumerable<FiberDrop> drops) => drops.Select(d => d.Id).Order();

    // Ends joined at random, each once: more wrong than right.
    private static FiberPlant Wild(Random random, out List<FiberDrop> drops, bool refuseLoops = false)
    {
        var ids = Enumerable.Range(1, 60).Select(n => new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])).ToList();
        var cables = ids.Take(6).Select(id => new FiberCable(id, ids[50], ids[51], random.Next(10, 3_000), 2)).ToList();
        var splitters = ids.Skip(10).Take(4).Select(id => new FiberSplitter(id, ids[52], 4)).ToList();
        drops = [.. Enumerable.Range(1, 4).Select(port => new FiberDrop(ids[20 + port], ids[30], port, 40, []))];
        List<FiberEnd> free =
        [
            .. cables.SelectMany(c => new[] { (1, CableSide.A), (1, CableSide.B), (2, CableSide.A), (2, CableSide.B) }.Select(e => FiberEnd.Core(c.Id, e.Item1, e.Item2))),
            .. splitters.SelectMany(s => Enumerable.Range(1, 4).Select(n => FiberEnd.SplitterOutput(s.Id, n)).Append(FiberEnd.SplitterInput(s.Id))),
            .. drops.Select(d => FiberEnd.PortInside(ids[30], d.Port)),
            .. Enumerable.Range(1, 2).Select(n => FiberEnd.PonPort(ids[40], n)),
        ];
        var joins = new List<FiberJoin>();
        while (free.Count > 1)
        {
            var one = Take();
            var other = Take();
            if (!refuseLoops || !new FiberPlant(cables, splitters, joins, drops).WouldLoop(one, other))
            {
                joins.Add(new FiberJoin(new Guid(1_000 + joins.Count, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), ids[53], one, other, FiberJoinKind.Splice));
            }
        }

        return new FiberPlant(cables, splitters, joins, drops);

        FiberEnd Take()
        {
            var at = random.Next(free.Count);
            var end = free[at];
            free.RemoveAt(at);
            return end;
        }
    }
}
