using Bunit;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Core.Network.Routers;
using IspPortal.Web.Features.Outages.Pages;
using IspPortal.Web.Features.Outages.Parts;
using Moq;

namespace IspPortal.Tests.Pages;

/// <summary>Works are announced on something, and called off again.</summary>
public sealed class AnnouncingWorksTests : PageScene
{
    private static readonly Guid Odp = Guid.Parse("019a0000-0000-7000-8000-0000000000f1");
    private static readonly Guid Works = Guid.Parse("019a0000-0000-7000-8000-0000000000f2");

    private readonly Mock<IOutageDirectory> _outages;
    private readonly List<AnnounceWorksRequest> _sent = [];

    public AnnouncingWorksTests()
    {
        Allow(MappingPermissions.MapRead, MappingPermissions.OutagesWrite);
        _outages = Stub<IOutageDirectory>();
        Stub<IRouterDirectory>();
        Stub<IMapView>().Setup(v => v.FindAsync("odp-1", It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<MapFound>>(
        [
            new(MapFoundKind.Node, Odp, "ODP-1", null, PlantNodeKind.Odp, new GeoPoint(-6.25, 107)), new(MapFoundKind.Node, Works, "ODP-1 tiang", null, PlantNodeKind.Pole, new GeoPoint(-6.25, 107)),
            new(MapFoundKind.Line, Works, "odp-1.budi", null, null, new GeoPoint(-6.25, 107)), new(MapFoundKind.Radio, Works, "ODP-1 tautan", null, null, new GeoPoint(-6.25, 107)),
        ]));
        Stub<IPlantTracer>().Setup(t => t.BelowAsync(new PlantElement(PlantElementKind.Odp, Odp, null), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new LinesBelow(new PlantElement(PlantElementKind.Odp, Odp), "ODP-1", 12, 9, 3, 0, Money.Idr(2_400_000), Page<LineBelow>.Of([], new PageRequest(), 12)));
        _outages.Setup(o => o.AnnounceAsync(It.IsAny<Guid>(), It.IsAny<AnnounceWorksRequest>(), It.IsAny<CancellationToken>()))
            .Callback((Guid _, AnnounceWorksRequest request, CancellationToken _) => _sent.Add(request)).ReturnsAsync(Result.Success);
        _outages.Setup(o => o.GetAsync(Works, It.IsAny<CancellationToken>())).ReturnsAsync(Row(OutageState.Announced));
    }

    [Fact]
    public void Whom_they_will_touch_is_said_before_they_are_announced()
    {
        var dialog = Open<AnnounceWorksDialog>();
        Choose(dialog);
        Assert.Contains("12 lines hang below it, 9 of them online now.", dialog.WaitForElement("[data-touches='12']").TextContent, StringComparison.Ordinal);

        dialog.Find("#works-from").Input("2026-11-23T01:00");
        dialog.Find("#works-to").Input("2026-11-23T03:30");
        dialog.Find("#works-note").Input("Ganti splitter");
        dialog.Find("form").Submit();

        var sent = Assert.Single(_sent);
        Assert.Equal((new PlantElement(PlantElementKind.Odp, Odp), "Ganti splitter", TimeSpan.FromHours(2.5)), (sent.Element, sent.Note, sent.ToUtc - sent.FromUtc));
        Assert.Equal(DateTimeKind.Utc, sent.FromUtc.Kind);
    }

    [Fact]
    public void What_is_missing_or_refused_is_told_beside_its_field()
    {
        var dialog = Open<AnnounceWorksDialog>();
        dialog.Find("#works-from").Input("");
        dialog.Find("form").Submit();
        Assert.All(new[] { "works-element", "works-from", "works-note" }, field => Assert.NotEmpty(dialog.Find($"#{field}-error").TextContent));
        Assert.Empty(_sent);

        Choose(dialog);
        _outages.Setup(o => o.AnnounceAsync(It.IsAny<Guid>(), It.IsAny<AnnounceWorksRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(Error.Invalid("common.invalid", new FieldError("toUtc", "outages.too_long")));
        dialog.Find("#works-from").Input("2026-11-23T01:00");
        dialog.Find("#works-note").Input("Ganti splitter");
        dialog.Find("form").Submit();
        Assert.Contains("14 days", dialog.Find("#works-to-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pole_and_a_line_are_nothing_to_be_worked_on()
    {
        var dialog = Open<AnnounceWorksDialog>();
        dialog.Find("#works-element").Input("odp-1");
        Clock.Advance(TimeSpan.FromSeconds(1));
        dialog.WaitForAssertion(() => Assert.Equal(["ODP-1", "ODP-1 tautan"], dialog.FindAll(".pick .cell-main").Select(name => name.TextContent)));
    }

    [Fact]
    public void Works_to_come_name_whom_they_will_touch_and_say_why_they_were_called_off()
    {
        string? why = null;
        _outages.Setup(o => o.CallOffAsync(Works, 4, It.IsAny<string>(), It.IsAny<CancellationToken>())).Callback((Guid _, long _, string? reason, CancellationToken _) => why = reason).ReturnsAsync(Result.Success);
        var page = Open<OutagePage>(p => p.Add(o => o.OutageId, Works));
        Assert.Equal("12", page.Find("[data-below=odp] [data-figure=lines]").TextContent);
        Assert.Single(page.FindAll(".menu-danger"));

        var dialog = Open<CallOffDialog>(p => p.Add(d => d.Works, Row(OutageState.Announced)));
        dialog.Find("#works-reason").Input("Hujan deras");
        dialog.Find("form").Submit();
        Assert.Equal("Hujan deras", why);

        _outages.Setup(o => o.GetAsync(Works, It.IsAny<CancellationToken>())).ReturnsAsync(Row(OutageState.Dismissed) with { CalledOffBecause = why });
        _outages.Setup(o => o.ListLinesAsync(Works, It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(Page<OutageLineRow>.Of([], new PageRequest(), 0));
        var over = Open<OutagePage>(p => p.Add(o => o.OutageId, Works));
        Assert.Contains("Hujan deras", over.Find("[data-called-off]").TextContent, StringComparison.Ordinal);
        Assert.Empty(over.FindAll(".menu-danger"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void Every_part_has_words_in_both_languages(string language)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        _outages.Setup(o => o.ListAsync(It.IsAny<bool?>(), It.IsAny<OutageKind?>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(Page<OutageRow>.Of([.. Enum.GetValues<PlantElementKind>().Select(kind => Row(OutageState.Announced) with { Id = Guid.CreateVersion7(), Element = new(kind, Odp) })], new PageRequest(), 1));

        Assert.Single(Open<OutagesPage>().FindAll("[data-act=announce]"));
        Open<OutagePage>(p => p.Add(o => o.OutageId, Works));
        Open<CallOffDialog>(p => p.Add(d => d.Works, Row(OutageState.Announced)));
        Choose(Open<AnnounceWorksDialog>());
        Assert.Empty(missing.Keys);

        Allow(MappingPermissions.MapRead);
        Assert.Empty(Open<OutagesPage>().FindAll("[data-act=announce]"));
    }

    private void Choose(IRenderedComponent<AnnounceWorksDialog> dialog)
    {
        dialog.Find("#works-element").Input("odp-1");
        Clock.Advance(TimeSpan.FromSeconds(1));
        dialog.WaitForElement(".pick").Click();
        dialog.WaitForElement("[data-touches]");
    }

    private static OutageRow Row(OutageState state) => new(
        Works, OutageKind.Planned, state, new PlantElement(PlantElementKind.Odp, Odp), "ODP-1", DateTime.UnixEpoch, null, DateTime.UnixEpoch.AddHours(2), 0, 0, 0, Money.Zero, null, "Ganti splitter", "Sari", 4);
}
