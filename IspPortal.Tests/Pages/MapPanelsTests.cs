using Bunit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Mapping.Photos;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Operations;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Subscriptions;
using IspPortal.Web.Features.Map.Live;
using IspPortal.Web.Features.Map.Parts;
using Moq;

namespace IspPortal.Tests.Pages;

/// <summary>What stands beside and below the map.</summary>
public sealed class MapPanelsTests : PageScene
{
    private static readonly Guid Line = Guid.Parse("019a0000-0000-7000-8000-000000000001");
    private static readonly Guid Odp = Guid.Parse("019a0000-0000-7000-8000-000000000002");
    private static readonly GeoPoint Here = new(-6.24, 107);

    private readonly Mock<IMapView> _view;

    public MapPanelsTests()
    {
        _view = Stub<IMapView>();
        Stub<IPlantPhotos>();
        Stub<ISeriesReader>();
        Stub<IRouterOperations>();
        var subscriptions = Stub<ISubscriptionDirectory>();
        subscriptions.Setup(s => s.FindByAccessAsync(It.IsAny<Guid>(), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<SubscriptionRow?>(null));
        Answer(MapLineState.Online, session: true);
    }

    [Fact]
    public void The_legend_tells_of_every_state_and_a_click_keeps_one()
    {
        var legend = Open<MapLegend>(p => p.Add(l => l.Counts, new MapCounts([1204, 12, 7, 3, 2], 52.4, 614, 40, 640, 123)).Add(l => l.WaysLeftOut, 9));

        Assert.Equal(["1,204", "12", "7", "3", "2"], legend.FindAll("[data-count]").Select(b => b.TextContent));
        Assert.Contains("50% within 250 m of an ODP", legend.Find("[data-fact=coverage]").TextContent.Replace("\u00a0", "", StringComparison.Ordinal).Replace(" %", "%", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("ODPs: 40 · 123 of 640 ports free", legend.Find("[data-fact=ports]").TextContent, StringComparison.Ordinal);
        Assert.All(legend.FindAll(".map-count"), button => Assert.NotEmpty(button.GetAttribute("title")!));

        legend.Find(".map-count[data-state=offline]").Click();
        Assert.Contains("state=Offline", Address.Uri, StringComparison.Ordinal);
        legend.Render();
        Assert.Equal("true", legend.Find(".map-count[data-state=offline]").GetAttribute("aria-pressed"));
        legend.Find(".map-count[data-state=offline]").Click();
        Assert.DoesNotContain("state=", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_tells_how_it_stands_and_where_it_is_plugged_in()
    {
        Allow(SubscriptionsPermissions.SubscriptionsRead, NetworkPermissions.SessionsKick);
        GeoPoint? found = null;
        Guid? odp = null;
        var panel = Open<LinePanel>(p => p.Add(l => l.AccessId, Line).Add(l => l.OnFound, (GeoPoint point) => found = point).Add(l => l.OnNode, (Guid id) => odp = id));

        panel.WaitForAssertion(() => Assert.Equal("Budi <1>", panel.Find("h2").TextContent));
        Assert.Equal(Here, found);
        Assert.Contains("Online", panel.Find(".badge[data-tone=good]").TextContent, StringComparison.Ordinal);
        Assert.Contains("RTR-BEKASI", panel.Markup, StringComparison.Ordinal);
        panel.Find("[data-to-odp]").Click();
        Assert.Equal(Odp, odp);
        Assert.Single(panel.FindAll(".panel-actions button:not([data-act])"));
        Assert.Equal(2, panel.FindAll(".panel-actions a").Count);

        // Its router fell silent: nobody knows, and there is no session to end.
        Answer(MapLineState.Unknown, session: false);
        Clock.Advance(TimeSpan.FromSeconds(3));
        panel.WaitForAssertion(() => Assert.Contains("Unknown", panel.Find("header .badge[data-tone=neutral]").TextContent, StringComparison.Ordinal));
        Assert.Empty(panel.FindAll(".panel-actions button:not([data-act])"));
    }

    [Fact]
    public void Who_may_not_kick_is_not_offered_it()
    {
        var panel = Open<LinePanel>(p => p.Add(l => l.AccessId, Line));
        panel.WaitForAssertion(() => Assert.Equal("Budi <1>", panel.Find("h2").TextContent));
        Assert.Empty(panel.FindAll(".panel-actions button:not([data-act])"));
        Assert.Single(panel.FindAll(".panel-actions a"));
    }

    [Fact]
    public void An_odp_shows_each_port_and_leads_to_its_line()
    {
        _view.Setup(v => v.NodeAsync(Odp, It.IsAny<CancellationToken>())).ReturnsAsync(new MapNodeDetails(
            Odp, PlantNodeKind.Odp, "ODP-01", "Margahayu", null, Here, 3, [new(1, OdpPortState.Used, Line, "Budi <1>", MapLineState.Isolated), new(2, OdpPortState.Free, null, null, null), new(3, OdpPortState.Broken, null, null, null)], 2, null));
        Guid? chosen = null;
        var panel = Open<NodePanel>(p => p.Add(n => n.NodeId, Odp).Add(n => n.OnLine, (Guid id) => chosen = id));

        panel.WaitForAssertion(() => Assert.Equal("1 of 3 ports free", panel.Find("[data-figure=free]").TextContent));
        Assert.Equal(["used", "free", "broken"], panel.FindAll("[data-port]").Select(port => port.GetAttribute("data-state")));
        Assert.Contains("Isolated", panel.Find("[data-port='1'] .badge[data-tone=isolated]").TextContent, StringComparison.Ordinal);
        panel.Find("[data-port='1'] .link-button").Click();
        Assert.Equal(Line, chosen);
    }

    [Fact]
    public void The_way_of_light_is_switched_on_in_the_address_and_handed_to_the_map()
    {
        Allow(MappingPermissions.MapRead);
        Stub<IPortDesk>();
        Stub<IPlantTracer>().Setup(t => t.TraceAsync(Line, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new LineTrace(Line, "budi@isp", [new(FiberStepKind.Drop, Odp, null, null, null, null, 40, 0.01)], FiberTraceEnd.Open, [Here, new GeoPoint(-6.25, 107)]) { OdpId = Odp });
        LineTrace? traced = null;
        var panel = Open<LinePanel>(p => p.Add(l => l.AccessId, Line).Add(l => l.OnTraced, (LineTrace? trace) => traced = trace));
        panel.WaitForElement("[data-act=trace][aria-pressed=false]").Click();
        Assert.EndsWith("?trace=1", Address.Uri, StringComparison.Ordinal);
        panel.Render();

        Assert.Equal("true", panel.Find("[data-act=trace]").GetAttribute("aria-pressed"));
        Assert.Equal("Open", panel.Find("[data-trace-end]").GetAttribute("data-trace-end"));
        var light = MapLight.Of(traced)!;
        Assert.Equal(["-6.24,107 -6.25,107"], light.Ways);
        Assert.Equal(["-6.24,107"], light.Houses);
        Assert.Contains(Line.ToString(), light.Ids);
        Assert.Null(MapLight.Of(traced! with { Path = [] }));
    }

    [Fact]
    public void A_site_names_its_routers_and_takes_another_one()
    {
        Allow(MappingPermissions.MapRead, MappingPermissions.PlantWrite, NetworkPermissions.RoutersRead);
        _view.Setup(v => v.NodeAsync(Odp, It.IsAny<CancellationToken>())).ReturnsAsync(new MapNodeDetails(Odp, PlantNodeKind.Site, "POP-1", null, null, Here, 0, [], 0, null) { Routers = [new(Line, "RTR-BEKASI")] });
        var editor = Stub<IPlantEditor>();
        editor.Setup(e => e.PlaceRouterAsync(It.IsAny<Guid>(), It.IsAny<Guid?>(), It.IsAny<CancellationToken>())).ReturnsAsync(PlantErrors.NotASite);
        editor.Setup(e => e.PlaceRouterAsync(Line, null, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
        var changes = 0;
        Stub<IRouterDirectory>().Setup(d => d.ListAsync(It.IsAny<RouterFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(Page<RouterRow>.Of([new RouterRow(Line, "RTR-CIKARANG", "10.0.0.1", 8728, false, null, null, null, RouterState.Online, null, null, null, null, null, null, null, null, null, null, null, null, 7)], new PageRequest(), 1));
        var panel = Open<NodePanel>(p => p.Add(n => n.NodeId, Odp).Add(n => n.OnChanged, () => changes++));

        panel.WaitForElement($"[data-router='{Line}'] [data-act=unplace]").Click();
        Assert.Equal(1, changes);
        panel.Find("[data-act=place]").Click();
        panel.WaitForElement("[data-pick]").Click();
        editor.Verify(e => e.PlaceRouterAsync(Line, Odp, It.IsAny<CancellationToken>()));
        Assert.Contains("plant.not_a_site", panel.Find(".site-routers .error-panel").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, changes);

        Allow(MappingPermissions.MapRead);
        Assert.Empty(Open<NodePanel>(p => p.Add(n => n.NodeId, Odp)).FindAll(".site-routers button"));
    }

    [Theory]
    [InlineData(PlantNodeKind.Odp, PlantElementKind.Odp)]
    [InlineData(PlantNodeKind.Tower, PlantElementKind.Site)]
    [InlineData(PlantNodeKind.Closure, PlantElementKind.Closure)]
    [InlineData(PlantNodeKind.Pole, null)]
    public void Who_hangs_below_a_node_is_asked_for_when_somebody_wants_to_know(PlantNodeKind kind, PlantElementKind? element)
    {
        Allow(MappingPermissions.MapRead);
        Stub<IPlantEditor>();
        Stub<IRouterDirectory>();
        var asked = new List<PlantElement>();
        var tracer = Stub<IPlantTracer>();
        tracer.Setup(t => t.BelowAsync(Capture.In(asked), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(MappingErrors.ElementNotFound);
        tracer.Setup(t => t.BranchAsync(It.IsAny<PlantElement>(), It.IsAny<CancellationToken>())).ReturnsAsync(MappingErrors.ElementNotFound);
        _view.Setup(v => v.NodeAsync(Odp, It.IsAny<CancellationToken>())).ReturnsAsync(new MapNodeDetails(Odp, kind, "X-1", null, null, Here, 0, [], 0, null));
        var panel = Open<NodePanel>(p => p.Add(n => n.NodeId, Odp));
        panel.WaitForAssertion(() => Assert.Equal("X-1", panel.Find("h2").TextContent));
        Assert.Empty(asked);
        Assert.Equal(element is null ? 0 : 1, panel.FindAll("[data-act=below]").Count);
        if (element is { } wanted)
        {
            panel.Find("[data-act=below]").Click();
            panel.Render();
            Assert.Contains("below=1", Address.Uri, StringComparison.Ordinal);
            Assert.Equal([new PlantElement(wanted, Odp)], asked);
        }
    }

    [Fact]
    public void What_is_gone_is_told_by_its_code()
    {
        _view.Setup(v => v.WayAsync(Odp, It.IsAny<CancellationToken>())).ReturnsAsync(MapViewErrors.NotFound);
        var panel = Open<WayPanel>(p => p.Add(w => w.WayId, Odp));
        panel.WaitForAssertion(() => Assert.Contains("map.not_found", panel.Markup, StringComparison.Ordinal));
    }

    private void Answer(MapLineState state, bool session) => _view.Setup(v => v.LineAsync(Line, It.IsAny<CancellationToken>())).ReturnsAsync(new MapLineDetails(
        Line, Odp, "SUB-1", Odp, "Budi <1>", "budi@isp", Odp, "RTR-BEKASI", state, "Jl. Melati 1", Here, Odp, "ODP-01", 3, session ? Odp : null, session ? "10.0.0.7" : null, null));
}
