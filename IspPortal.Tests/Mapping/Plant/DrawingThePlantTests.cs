using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Mapping.Plant;

public sealed class DrawingThePlantTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_is_drawn_and_joined_carries_light_from_the_OLT_to_the_ODP(string provider)
    {
        await using var rig = await PlantRig.CreateAsync(provider);
        var drawn = await rig.DrawExampleAsync();

        var trace = (await rig.PlantAsync()).Fiber.Trace(FiberEnd.PortOutside(drawn.Odp, 8));

        Assert.Equal(FiberTraceEnd.AtOlt, trace.End);
        Assert.Equal(FiberEnd.PonPort(drawn.Olt, 1), trace.LastEnd);
        Assert.Equal(
            [FiberStepKind.Port, FiberStepKind.Join, FiberStepKind.Splitter, FiberStepKind.Join, FiberStepKind.Core, FiberStepKind.Join, FiberStepKind.Splitter, FiberStepKind.Join, FiberStepKind.Core, FiberStepKind.Join, FiberStepKind.PonPort],
            trace.Steps.Select(s => s.Kind));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_node_that_is_moved_takes_the_ends_of_its_cables_along_and_comes_back(string provider)
    {
        await using var rig = await PlantRig.CreateAsync(provider);
        var drawn = await rig.DrawExampleAsync();
        var before = (await rig.PlantAsync()).Cables[drawn.Distribution].LengthMetres;

        PlantRig.Done(await rig.Editor.MoveNodeAsync(drawn.Odp, 1, new(-6.2500, 107.0300), Token));
        var moved = (await rig.PlantAsync()).Cables[drawn.Distribution];
        Assert.Equal(new GeoPoint(-6.2500, 107.0300), moved.Way[^1]);
        Assert.Equal(2 * before, moved.LengthMetres, 0.01 * before);
        Assert.Equal("common.version_conflict", (await rig.Editor.MoveNodeAsync(drawn.Odp, 1, new(-6, 107), Token)).Error?.Code);

        PlantRig.Done(await rig.UndoLastAsync());
        Assert.Equal(before, (await rig.PlantAsync()).Cables[drawn.Distribution].LengthMetres, 3);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_cable_that_is_split_carries_light_as_before_and_grows_together_again(string provider)
    {
        await using var rig = await PlantRig.CreateAsync(provider);
        var drawn = await rig.DrawExampleAsync();
        var whole = (await rig.PlantAsync()).Fiber.Trace(FiberEnd.PortOutside(drawn.Odp, 1));

        var (closure, second) = (rig.NextId(), rig.NextId());
        PlantRig.Done(await rig.Editor.SplitCableAsync(
            drawn.Feeder, 1, new(new(-6.2512, 107.0050), closure, new(PlantNodeKind.Closure, "JC-1", new(-6.2511, 107.0050)), second, "FDR-1b"), Token));

        var plant = await rig.PlantAsync();
        Assert.Equal((drawn.Olt, closure, drawn.Odc), (plant.Cables[drawn.Feeder].FromNodeId, plant.Cables[drawn.Feeder].ToNodeId, plant.Cables[second].ToNodeId));
        Assert.Equal(12, plant.Fiber.Joins.Count(j => j.NodeId == closure));
        var split = plant.Fiber.Trace(FiberEnd.PortOutside(drawn.Odp, 1));
        Assert.Equal((FiberTraceEnd.AtOlt, whole.LastEnd), (split.End, split.LastEnd));
        Assert.Equal(whole.LengthMetres, split.LengthMetres, 60.0);

        Assert.Equal(PlantEditKind.Split, (await rig.LastAsync()).Kind);
        PlantRig.Done(await rig.UndoLastAsync());
        plant = await rig.PlantAsync();
        Assert.False(plant.Nodes.ContainsKey(closure));
        Assert.Equal(whole.LengthMetres, plant.Fiber.Trace(FiberEnd.PortOutside(drawn.Odp, 1)).LengthMetres, 3);

        // And the undoing can be undone.
        PlantRig.Done(await rig.UndoLastAsync());
        Assert.True((await rig.PlantAsync()).Nodes.ContainsKey(closure));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_cable_is_removed_with_its_joints_only_when_asked_and_comes_back_with_them(string provider)
    {
        await using var rig = await PlantRig.CreateAsync(provider);
        var drawn = await rig.DrawExampleAsync();

        Assert.Equal(("plant.cable_in_use", 2), Told(await rig.Editor.RemoveCableAsync(drawn.Feeder, 1, false, Token)));
        PlantRig.Done(await rig.Editor.RemoveCableAsync(drawn.Feeder, 1, true, Token));
        Assert.Equal(FiberTraceEnd.Open, (await rig.PlantAsync()).Fiber.Trace(FiberEnd.PortOutside(drawn.Odp, 1)).End);

        PlantRig.Done(await rig.UndoLastAsync());
        Assert.Equal(FiberTraceEnd.AtOlt, (await rig.PlantAsync()).Fiber.Trace(FiberEnd.PortOutside(drawn.Odp, 1)).End);
    }

    [Fact]
    public async Task What_things_hang_on_stays()
    {
        await using var rig = await PlantRig.CreateAsync();
        var drawn = await rig.DrawExampleAsync();

        Assert.Equal("plant.node_in_use", (await rig.Editor.RemoveNodeAsync(drawn.Odc, 1, Token)).Error?.Code);
        Assert.Equal("plant.outputs_in_use", (await rig.Fiber.RemoveSplitterAsync(drawn.Splitter, 1, Token)).Error?.Code);
        await rig.JoinAsync(drawn.Olt, FiberEnd.PonPort(drawn.Olt, 7), FiberEnd.Core(drawn.Feeder, 7, CableSide.A), FiberJoinKind.Connector);
        Assert.Equal(("plant.ports_in_use", 7), Told(await rig.Editor.SaveNodeAsync(drawn.Olt, 1, new(PlantNodeKind.Olt, "OLT-1", new(-6.25, 107), Ports: 6), Token)));
        Assert.Equal(("plant.cores_in_use", 7), Told(await rig.Editor.SaveCableAsync(drawn.Feeder, 1, new("FDR-1", drawn.Olt, drawn.Odc, 6, []), Token)));
        Assert.Equal("plant.outputs_in_use", (await rig.Editor.SaveNodeAsync(drawn.Odp, 1, new(PlantNodeKind.Odp, "ODP-1", new(-6.25, 107.02), Ports: 8, SplitterOutputs: 4), Token)).Error?.Code);
        Assert.Equal("plant.end_joined", (await rig.Editor.SaveCableAsync(drawn.Feeder, 1, new("FDR-1", drawn.Olt, drawn.Odp, 12, []), Token)).Error?.Code);
    }

    [Fact]
    public async Task A_bad_drawing_is_refused_with_its_code_and_changes_nothing()
    {
        await using var rig = await PlantRig.CreateAsync();
        var drawn = await rig.DrawExampleAsync();
        var revision = (await rig.PlantAsync()).Revision;
        var node = new SavePlantNodeRequest(PlantNodeKind.Odp, "ODP-2", new(-6.25, 107.02), Ports: 8);

        foreach (var (result, code) in new[]
        {
            (await rig.Editor.SaveNodeAsync(rig.NextId(), 0, node with { Name = " odp-1 " }, Token), "plant.name_taken"),
            (await rig.Editor.SaveNodeAsync(rig.NextId(), 0, node with { Point = new(90.1, 0) }, Token), "plant.not_on_earth"),
            (await rig.Editor.SaveNodeAsync(rig.NextId(), 0, node with { Point = new(double.NaN, 0) }, Token), "plant.not_on_earth"),
            (await rig.Editor.SaveNodeAsync(rig.NextId(), 0, node with { Ports = 257 }, Token), "common.invalid"),
            (await rig.Editor.SaveNodeAsync(rig.NextId(), 0, node with { SplitterOutputs = 16 }, Token), "common.invalid"),
            (await rig.Editor.SaveNodeAsync(rig.NextId(), 0, node with { SplitterOutputs = 5 }, Token), "common.invalid"),
            (await rig.Editor.SaveNodeAsync(rig.NextId(), 0, node with { SiteId = drawn.Odc }, Token), "plant.not_a_site"),
            (await rig.Editor.SaveNodeAsync(rig.NextId(), 0, node with { Name = "a\0b" }, Token), "common.invalid"),
            (await rig.Editor.MoveNodeAsync(drawn.Odp, 1, new(0, 181), Token), "plant.not_on_earth"),
            (await rig.Editor.SaveCableAsync(rig.NextId(), 0, new("K", drawn.Olt, drawn.Olt, 12, []), Token), "plant.cable_onto_itself"),
            (await rig.Editor.SaveCableAsync(rig.NextId(), 0, new("K", drawn.Olt, rig.NextId(), 12, []), Token), "plant.node_not_found"),
            (await rig.Editor.SaveCableAsync(rig.NextId(), 0, new("K", drawn.Olt, drawn.Odp, 0, []), Token), "common.invalid"),
            (await rig.Editor.SaveCableAsync(rig.NextId(), 0, new("K", drawn.Olt, drawn.Odp, 12, [new(-91, 0)]), Token), "plant.not_on_earth"),
            (await rig.Editor.BendCableAsync(drawn.Feeder, 1, [.. Enumerable.Repeat(new GeoPoint(-6, 107), 2_001)], Token), "plant.too_many_bends"),
            (await rig.Editor.SplitCableAsync(drawn.Feeder, 1, new(new(-6.25, 107.005), drawn.Olt, null, rig.NextId(), "K"), Token), "plant.split_at_end"),
            (await rig.Editor.SaveRadioLinkAsync(rig.NextId(), 0, new("R", drawn.Olt, drawn.Olt), Token), "plant.link_onto_itself"),
            (await rig.Editor.SaveRadioLinkAsync(rig.NextId(), 0, new("R", drawn.Olt, drawn.Odc), Token), "plant.not_a_site"),
            (await rig.Fiber.JoinAsync(drawn.Odc, [new(rig.NextId(), FiberEnd.SplitterOutput(drawn.Splitter, 2), FiberEnd.SplitterOutput(drawn.Splitter, 3), FiberJoinKind.Splice)], Token), "plant.ends_do_not_fit"),
            (await rig.Fiber.JoinAsync(drawn.Odc, [new(rig.NextId(), FiberEnd.SplitterOutput(drawn.Splitter, 5), FiberEnd.Core(drawn.Distribution, 2, CableSide.A), FiberJoinKind.Splice)], Token), "plant.end_not_found"),
            (await rig.Fiber.JoinAsync(drawn.Odc, [new(rig.NextId(), FiberEnd.Core(drawn.Feeder, 2, CableSide.A), FiberEnd.Core(drawn.Distribution, 2, CableSide.A), FiberJoinKind.Splice)], Token), "plant.end_elsewhere"),
            (await rig.Fiber.JoinAsync(drawn.Odc, [new(rig.NextId(), FiberEnd.Core(drawn.Feeder, 1, CableSide.B), FiberEnd.Core(drawn.Distribution, 2, CableSide.A), FiberJoinKind.Splice)], Token), "plant.end_joined"),
            (await rig.Fiber.JoinAsync(drawn.Odp, [new(rig.NextId(), FiberEnd.PortInside(drawn.Odp, 3), FiberEnd.Core(drawn.Distribution, 2, CableSide.B), FiberJoinKind.Splice)], Token), "plant.end_joined"),
        })
        {
            Assert.Equal(code, result.Error?.Code);
        }

        Assert.Equal(revision, (await rig.PlantAsync()).Revision);
    }

    [Fact]
    public async Task Light_in_a_circle_is_refused_even_when_two_joints_of_one_request_close_it()
    {
        await using var rig = await PlantRig.CreateAsync();
        var drawn = await rig.DrawExampleAsync();
        var second = rig.NextId();
        PlantRig.Done(await rig.Fiber.SaveSplitterAsync(second, 0, new(drawn.Odc, "SP-2", 4), Token));
        JoinRequest Join(FiberEnd one, FiberEnd other) => new(rig.NextId(), one, other, FiberJoinKind.Splice);

        Assert.Equal("plant.loop", (await rig.Fiber.JoinAsync(drawn.Odc, [Join(FiberEnd.SplitterOutput(second, 1), FiberEnd.SplitterInput(second))], Token)).Error?.Code);
        var third = rig.NextId();
        PlantRig.Done(await rig.Fiber.SaveSplitterAsync(third, 0, new(drawn.Odc, "SP-3", 4), Token));
        Assert.Equal("plant.loop", (await rig.Fiber.JoinAsync(
            drawn.Odc, [Join(FiberEnd.SplitterOutput(second, 1), FiberEnd.SplitterInput(third)), Join(FiberEnd.SplitterOutput(third, 1), FiberEnd.SplitterInput(second))], Token)).Error?.Code);
        Assert.DoesNotContain((await rig.PlantAsync()).Fiber.Joins, j => j.One.OwnerId == second || j.Other.OwnerId == second);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Of_two_who_join_the_same_core_at_once_one_wins(string provider)
    {
        await using var rig = await PlantRig.CreateAsync(provider);
        var drawn = await rig.DrawExampleAsync();
        var joints = Enumerable.Range(0, 8).Select(n => new JoinRequest(rig.NextId(), FiberEnd.Core(drawn.Feeder, 5, CableSide.B), FiberEnd.Core(drawn.Distribution, 5 + (n % 2), CableSide.A), FiberJoinKind.Splice)).ToList();

        var results = await Task.WhenAll(joints.Select(joint => Task.Run(() => rig.Beside().Fiber.JoinAsync(drawn.Odc, [joint], Token))));

        Assert.Single(results, r => r.Succeeded);
        Assert.All(results.Where(r => !r.Succeeded), r => Assert.Equal("plant.end_joined", r.Error?.Code));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Those_who_draw_the_very_first_things_at_once_all_draw_them(string provider)
    {
        await using var rig = await PlantRig.CreateAsync(provider);
        var ids = Enumerable.Range(0, 8).Select(_ => rig.NextId()).ToList();

        var results = await Task.WhenAll(ids.Select((id, n) => Task.Run(() => rig.Beside().Editor.SaveNodeAsync(id, 0, new(PlantNodeKind.Pole, $"T-{n}", new(-6.25, 107)), Token))));

        Assert.All(results, PlantRig.Done);
        Assert.Equal((8, 8), ((await rig.PlantAsync()).Nodes.Count, (await rig.PlantAsync()).Revision));
    }

    [Fact]
    public async Task An_edit_whose_work_was_changed_since_is_not_taken_back()
    {
        await using var rig = await PlantRig.CreateAsync();
        var drawn = await rig.DrawExampleAsync();
        var odp = await rig.NodeAsync(PlantNodeKind.Odp, "ODP-2", ports: 8, splitter: 8);
        var added = await rig.LastAsync();
        PlantRig.Done(await rig.Editor.MoveNodeAsync(odp, 1, new(-6.3, 107), Token));
        Assert.Equal("plant.changed_since", (await rig.History.UndoAsync(added.Id, Token)).Error?.Code);

        // Moved back by hand it is what it was; but a cable hangs on it now.
        PlantRig.Done(await rig.UndoLastAsync());
        await rig.CableAsync("DST-2", drawn.Odc, odp);
        Assert.Equal("plant.changed_since", (await rig.History.UndoAsync(added.Id, Token)).Error?.Code);

        PlantRig.Done(await rig.UndoLastAsync());
        PlantRig.Done(await rig.History.UndoAsync(added.Id, Token));
        Assert.Equal("plant.edit_undone", (await rig.History.UndoAsync(added.Id, Token)).Error?.Code);
        Assert.False((await rig.PlantAsync()).Nodes.ContainsKey(odp));
    }

    [Fact]
    public async Task A_joint_whose_core_is_gone_does_not_come_back()
    {
        await using var rig = await PlantRig.CreateAsync();
        var drawn = await rig.DrawExampleAsync();
        var joint = await rig.JoinAsync(drawn.Odc, FiberEnd.Core(drawn.Feeder, 12, CableSide.B), FiberEnd.Core(drawn.Distribution, 12, CableSide.A));
        PlantRig.Done(await rig.Fiber.PartAsync([joint], Token));
        var parted = await rig.LastAsync();
        PlantRig.Done(await rig.Editor.SaveCableAsync(drawn.Distribution, 1, new("DST-1", drawn.Odc, drawn.Odp, 6, []), Token));

        Assert.Equal("plant.changed_since", (await rig.History.UndoAsync(parted.Id, Token)).Error?.Code);
    }

    [Fact]
    public async Task Radio_links_do_not_feed_each_other_in_a_circle()
    {
        await using var rig = await PlantRig.CreateAsync();
        var (a, b, c) = (await rig.NodeAsync(PlantNodeKind.Site, "A"), await rig.NodeAsync(PlantNodeKind.Tower, "B"), await rig.NodeAsync(PlantNodeKind.Tower, "C"));
        PlantRig.Done(await rig.Editor.SaveRadioLinkAsync(rig.NextId(), 0, new("A-B", a, b, 500), Token));
        PlantRig.Done(await rig.Editor.SaveRadioLinkAsync(rig.NextId(), 0, new("B-C", b, c, 200), Token));

        Assert.Equal("plant.loop", (await rig.Editor.SaveRadioLinkAsync(rig.NextId(), 0, new("C-A", c, a), Token)).Error?.Code);
        Assert.Equal(["A-B", "B-C"], (await rig.PlantAsync()).LinksAbove(c).Select(l => l.Name));
    }

    [Fact]
    public async Task Who_may_only_look_draws_nothing()
    {
        await using var rig = await PlantRig.CreateAsync();
        var drawn = await rig.DrawExampleAsync();
        var reader = rig.Beside(MappingPermissions.MapRead);

        Assert.Equal("identity.forbidden", (await reader.Editor.MoveNodeAsync(drawn.Odp, 1, new(-6, 107), Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await reader.Fiber.PartAsync([rig.NextId()], Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await reader.History.UndoAsync((await rig.LastAsync()).Id, Token)).Error?.Code);
        Assert.True((await reader.History.ListAsync(drawn.Odp, new(), Token)).Succeeded);
    }

    private static (string? Code, object? Argument) Told(Result result) => (result.Error?.Code, result.Error is { Arguments: [var first, ..] } ? first : null);
}
