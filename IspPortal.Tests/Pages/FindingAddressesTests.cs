using Bunit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Geocoding;
using IspPortal.Web.Features.Map.Parts;
using IspPortal.Web.Shared;
using IspPortal.Web.Shared.Maps;
using Moq;

namespace IspPortal.Tests.Pages;

/// <summary>Addresses on the map's search and beside a house: asked for when somebody says so, and never while they type.</summary>
public sealed class FindingAddressesTests : PageScene
{
    private static readonly FoundPlace Melati = new("Jalan Melati, Kranji, Bekasi", new GeoPoint(-6.2383, 106.9756));

    private readonly Mock<IGeocoder> _geocoder;

    public FindingAddressesTests()
    {
        _geocoder = Stub<IGeocoder>();
        _geocoder.Setup(g => g.UseAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new GeocoderUse(true, true, "© OpenStreetMap contributors"));
        _geocoder.Setup(g => g.SearchAsync(It.IsAny<string>(), It.IsAny<bool>(), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<FoundPlace>>([Melati]));
    }

    [Fact]
    public void The_maps_search_asks_for_addresses_only_when_it_is_sent()
    {
        FoundPlace? gone = null;
        var box = OpenBox(place => gone = place);
        box.Find("#map-search").Input("jalan melati");
        Clock.Advance(TimeSpan.FromSeconds(1));
        box.WaitForElement("[data-pick]");
        _geocoder.Verify(g => g.SearchAsync(It.IsAny<string>(), It.IsAny<bool>(), It.IsAny<CancellationToken>()), Times.Never);

        box.Find("form").Submit();
        box.WaitForAssertion(() => Assert.Equal(Melati.Name, box.Find("[data-place]").TextContent));
        _geocoder.Verify(g => g.SearchAsync("jalan melati", false, It.IsAny<CancellationToken>()), Times.Once);
        Assert.Contains("OpenStreetMap", box.Markup, StringComparison.Ordinal);

        box.Find("[data-place]").Click();
        Assert.Equal(Melati, gone);
        Assert.Empty(box.FindAll("[data-place]"));
        Assert.Equal("", box.Find("#map-search").GetAttribute("value"));
    }

    [Fact]
    public void Without_a_server_the_maps_search_offers_no_addresses()
    {
        _geocoder.Setup(g => g.UseAsync(It.IsAny<CancellationToken>())).ReturnsAsync(default(GeocoderUse));
        var box = OpenBox(_ => { });
        box.Find("#map-search").Input("jalan melati");
        Clock.Advance(TimeSpan.FromSeconds(1));
        box.WaitForElement("[data-pick]");

        Assert.Empty(box.FindAll("[data-act=addresses]"));
        box.Find("form").Submit();
        _geocoder.Verify(g => g.SearchAsync(It.IsAny<string>(), It.IsAny<bool>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public void A_failure_says_what_to_do_instead()
    {
        _geocoder.Setup(g => g.SearchAsync(It.IsAny<string>(), It.IsAny<bool>(), It.IsAny<CancellationToken>())).ReturnsAsync(GeocodingErrors.Busy);
        var box = OpenBox(_ => { });
        box.Find("#map-search").Input("jalan melati");
        box.Find("form").Submit();

        box.WaitForAssertion(() => Assert.Equal("map.geocoder_busy", box.Find(".error-code").TextContent));
    }

    [Fact]
    public void A_house_is_found_by_its_address()
    {
        GeoPoint? put = null;
        var finder = Open<AddressFinder>(p => p.Add(f => f.Address, "Jl. Melati 3").Add(f => f.OnPoint, (GeoPoint point) => put = point));
        Assert.Empty(finder.FindAll("[data-act=read-address]"));

        finder.Find("[data-act=find-address]").Click();
        _geocoder.Verify(g => g.SearchAsync("Jl. Melati 3", true, It.IsAny<CancellationToken>()), Times.Once);
        Assert.Null(put);
        finder.Find("[data-place]").Click();

        Assert.Equal(Melati.Point, put);
        Assert.Empty(finder.FindAll("[data-place]"));
    }

    [Fact]
    public void The_address_at_a_place_replaces_what_was_typed_only_when_it_is_taken()
    {
        string? address = null;
        var here = new GeoPoint(-6.25, 107);
        _geocoder.Setup(g => g.AddressAtAsync(here, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<string?>("Jalan Mawar 7"));
        var finder = Open<AddressFinder>(p => p.Add(f => f.Address, "Jl. Melati 3").Add(f => f.Point, here).Add(f => f.OnAddress, (string taken) => address = taken));

        finder.Find("[data-act=read-address]").Click();
        Assert.Contains("Jalan Mawar 7", finder.Find("[data-found-address]").TextContent, StringComparison.Ordinal);
        finder.Find("[data-act=keep-address]").Click();
        Assert.Null(address);
        Assert.Empty(finder.FindAll("[data-found-address]"));

        finder.Find("[data-act=read-address]").Click();
        finder.Find("[data-act=take-address]").Click();
        Assert.Equal("Jalan Mawar 7", address);
    }

    [Fact]
    public void Where_customers_stay_home_nothing_is_offered()
    {
        _geocoder.Setup(g => g.UseAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new GeocoderUse(true, false, "©"));
        Assert.Equal("", Open<AddressFinder>(p => p.Add(f => f.Address, "Jl. Melati 3").Add(f => f.OnAddress, (string _) => { })).Markup.Trim());
    }

    private IRenderedComponent<MapSearchBox> OpenBox(Action<FoundPlace> onPlace) => Open<MapSearchBox>(p => p
        .Add(box => box.Find, (PageRequest page, CancellationToken _) => Task.FromResult<Result<Page<PickOption>>>(Page<PickOption>.Of([new PickOption("1", "Melati Net", null)], page, 1)))
        .Add(box => box.OnPlace, onPlace));
}
