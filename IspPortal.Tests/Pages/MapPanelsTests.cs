using Bunit;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Operations;
using IspPortal.Core.Subscriptions;
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
        Assert.Single(panel.FindAll(".panel-actions button"));
        Assert.Equal(2, panel.FindAll(".panel-actions a").Count);

        // Its router fell silent: nobody knows, and there is no session to end.
        Answer(MapLineState.Unknown, session: false);
        Clock.Advance(TimeSpan.FromSeconds(3));
        panel.WaitForAssertion(() => Assert.Contains("Unknown", panel.Find("header .badge[data-tone=neutral]").TextContent, StringComparison.Ordinal));
        Assert.Empty(panel.FindAll(".panel-actions button"));
    }

    [Fact]
    public void Who_may_not_kick_is_not_offered_it()
    {
        var panel = Open<LinePanel>(p => p.Add(l => l.AccessId, Line));
        panel.WaitForAssertion(() => Assert.Equal("Budi <1>", panel.Find("h2").TextContent));
        Assert.Empty(panel.FindAll(".panel-actions button"));
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
    public void What_is_gone_is_told_by_its_code()
    {
        _view.Setup(v => v.WayAsync(Odp, It.IsAny<CancellationToken>())).ReturnsAsync(MapViewErrors.NotFound);
        var panel = Open<WayPanel>(p => p.Add(w => w.WayId, Odp));
        panel.WaitForAssertion(() => Assert.Contains("map.not_found", panel.Markup, StringComparison.Ordinal));
    }

    private void Answer(MapLineState state, bool session) => _view.Setup(v => v.LineAsync(Line, It.IsAny<CancellationToken>())).ReturnsAsync(new MapLineDetails(
        Line, Odp, "SUB-1", Odp, "Budi <1>", "budi@isp", Odp, "RTR-BEKASI", state, "Jl. Melati 1", Here, Odp, "ODP-01", 3, session ? Odp : null, session ? "10.0.0.7" : null, null));
}
