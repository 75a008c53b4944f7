using Bunit;
using IspPortal.Core.Customers;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Mapping.Photos;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Operations;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Web.Features.Map.Live;
using IspPortal.Web.Features.Map.Pages;
using Moq;

namespace IspPortal.Tests.Pages;

/// <summary>The page asks for what is in view as the address wants it.</summary>
public sealed class MapPageTests : PageScene
{
    private static readonly Guid Line = Guid.Parse("019a0000-0000-7000-8000-000000000001");
    private static readonly GeoBox Town = new(-6.3, 106.9, -6.2, 107.1);

    private readonly Mock<IMapView> _view;
    private readonly List<MapViewRequest> _asked = [];

    public MapPageTests()
    {
        Allow(MappingPermissions.MapRead);
        _view = Stub<IMapView>();
        Stub<IPlantPhotos>();
        Stub<ISeriesReader>();
        Stub<IRouterOperations>();
        Stub<IRouterDirectory>();
        Stub<IPlanCatalog>();
        Stub<ICustomerDirectory>();
        Stub<ISubscriptionDirectory>();
        Stub<IRouterMonitor>().Setup(m => m.Totals()).Returns(NetworkErrors.RouterNotFound);
        _view.Setup(v => v.WholeAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<GeoBox?>(Town));
        _view.Setup(v => v.ViewAsync(It.IsAny<MapViewRequest>(), It.IsAny<CancellationToken>()))
            .Callback((MapViewRequest request, CancellationToken _) => _asked.Add(request))
            .ReturnsAsync(new MapView([], [], [], [], 0, [], new MapCounts([41, 0, 0, 0, 0], 1, 0, 0, 0, 0), Clock.GetUtcNow().UtcDateTime));
    }

    [Fact]
    public async Task What_the_address_wants_is_asked_and_a_move_is_kept_in_it()
    {
        Address.NavigateTo("map?state=Offline&heat=Faults&hide=ways-nodes&tag=vip");
        var page = Open<MapPage>();
        var map = page.WaitForElement(".live-map");
        Assert.NotNull(map);
        await MoveAsync(page, 12.25);

        var asked = Assert.Single(_asked);
        Assert.Equal((Town, 12, MapLayers.Lines | MapLayers.Routers, MapHeat.Faults), (asked.Box, asked.Zoom, asked.Layers, asked.Heat));
        Assert.Equal(new MapLineFilter(MapLineState.Offline, Tag: "vip"), asked.Lines);
        Assert.Equal("41", page.Find("[data-count=online]").TextContent);
        Assert.DoesNotContain("&at=", Address.Uri, StringComparison.Ordinal);

        await MoveAsync(page, 15);
        Assert.Contains("&at=-6.25%2C107%2C15", Address.Uri, StringComparison.Ordinal);
        Assert.Equal(2, _asked.Count);

        // Another wish is asked at once; the same place is kept.
        page.Find("[data-layer=ways]").Click();
        page.WaitForAssertion(() => Assert.Equal(MapLayers.Lines | MapLayers.Routers | MapLayers.Ways, _asked[^1].Layers));
        Assert.Equal(15, _asked[^1].Zoom);
    }

    [Fact]
    public async Task It_is_asked_again_by_itself()
    {
        var page = Open<MapPage>();
        page.WaitForElement(".live-map");
        await MoveAsync(page, 12);
        for (var second = 0; second < 6; second++)
        {
            var before = _asked.Count;
            Clock.Advance(TimeSpan.FromSeconds(1));
            page.WaitForAssertion(() => Assert.InRange(_asked.Count, before, before + 1));
        }

        page.WaitForAssertion(() => Assert.Equal(3, _asked.Count));
        Assert.Single(_asked.Distinct());
    }

    [Fact]
    public async Task Lines_at_one_place_are_listed_and_one_is_opened_and_left_again()
    {
        _view.Setup(v => v.LinesInAsync(It.Is<GeoBox>(box => box.Holds(new GeoPoint(-6.25, 107))), It.IsAny<MapLineFilter>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(Result.Of<IReadOnlyList<MapLineRow>>([new(Line, "Budi <1>", MapLineState.Isolated), new(Guid.Empty, "Dewi", MapLineState.Online)]));
        _view.Setup(v => v.LineAsync(Line, It.IsAny<CancellationToken>())).ReturnsAsync(MapViewErrors.NotFound);
        var page = Open<MapPage>();
        page.WaitForElement(".live-map");
        await page.InvokeAsync(() => page.FindComponent<LiveMap>().Instance.StackAsync(-6.25, 107, -6.25, 107));

        page.WaitForAssertion(() => Assert.Equal("2 lines at one place", page.Find("[data-panel=stack] h2").TextContent));
        page.FindAll("[data-panel=stack] .port-list button")[0].Click();
        Assert.Contains($"line={Line}", Address.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("map.not_found", page.Find("[data-panel=line]").InnerHtml, StringComparison.Ordinal));
        page.Find("[data-panel=line] header button").Click();
        page.WaitForElement("[data-panel=stack] header button").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-panel]")));
    }

    [Fact]
    public void Where_nothing_has_a_place_the_first_step_is_shown()
    {
        _view.Setup(v => v.WholeAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<GeoBox?>(null));
        var page = Open<MapPage>();
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".map-empty a[href=routers]")));
    }

    [Fact]
    public void A_refusal_is_told()
    {
        _view.Setup(v => v.WholeAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Core.Identity.IdentityErrors.Forbidden(MappingPermissions.MapRead));
        var page = Open<MapPage>();
        page.WaitForAssertion(() => Assert.Contains("identity.forbidden", page.Markup, StringComparison.Ordinal));
    }

    private static Task MoveAsync(IRenderedComponent<MapPage> page, double zoom) =>
        page.InvokeAsync(() => page.FindComponent<LiveMap>().Instance.MovedAsync(Town.South, Town.West, Town.North, Town.East, Town.Middle.Latitude, Town.Middle.Longitude, zoom, true));
}
