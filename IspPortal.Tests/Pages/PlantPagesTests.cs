using System.Globalization;
using Bunit;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Capacity;
using IspPortal.Core.Mapping.Catalog;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Levels;
using IspPortal.Core.Mapping.Photos;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Web.Features.Plant.Pages;
using IspPortal.Web.Features.Plant.Parts;
using Microsoft.AspNetCore.Components.Forms;
using Moq;

namespace IspPortal.Tests.Pages;

/// <summary>The pages of ODPs, light and capacity, the way of light on a line's page, and the ODPs near a new house.</summary>
public sealed class PlantPagesTests : PageScene
{
    private static readonly Guid Odp = Guid.Parse("019a0000-0000-7000-8000-0000000000c1");
    private static readonly Guid Line = Guid.Parse("019a0000-0000-7000-8000-0000000000c2");
    private static readonly Guid Drop = Guid.Parse("019a0000-0000-7000-8000-0000000000c3");
    private static readonly PortLine Budi = new(Line, "budi.43", null, "Budi Santoso");

    private readonly Mock<IPlantCatalog> _catalog;
    private readonly Mock<IPortDesk> _desk;
    private readonly Mock<IPlantTracer> _tracer;
    private readonly Mock<IOpticalLevels> _levels;
    private readonly Mock<IOpticalReadings> _readings;
    private readonly Mock<IPlantCapacity> _capacity;

    public PlantPagesTests()
    {
        Allow(MappingPermissions.MapRead, MappingPermissions.PortsWrite);
        (_catalog, _desk, _tracer) = (Stub<IPlantCatalog>(), Stub<IPortDesk>(), Stub<IPlantTracer>());
        (_levels, _readings, _capacity) = (Stub<IOpticalLevels>(), Stub<IOpticalReadings>(), Stub<IPlantCapacity>());
        var odp = new OdpRow(Odp, "ODP-1", -6.25, 107, "Bekasi Timur", null, 8, new PortStock(8, 1, 1, 1, 1), 1);
        _catalog.Setup(c => c.GetOdpAsync(Odp, It.IsAny<CancellationToken>())).ReturnsAsync((Result<OdpRow>)odp);
        _catalog.Setup(c => c.ListAreasAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<string>>(["Bekasi Timur"]));
        _catalog.Setup(c => c.ListOdpsAsync(It.IsAny<OdpFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<OdpRow>>)Page<OdpRow>.Of([odp], new PageRequest(), 1));
        _desk.Setup(d => d.ListAsync(Odp, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<PortRow>>(
        [
            new(Odp, 1, OdpPortState.Used, 1) { Drop = new PortDrop(Drop, "ZTEG00000001", -6.25, 107, 40, [Budi], 3), ChangedBy = "Dimas", ChangedAtUtc = DateTime.UnixEpoch },
            new(Odp, 2, OdpPortState.Reserved, 1) { ReservedFor = Line, ReservedForName = "Sari", ReservedUntilUtc = DateTime.UnixEpoch, ChangedBy = "Dimas" },
            new(Odp, 3, OdpPortState.Broken, 1) { Note = "Adaptor pecah" },
            new(Odp, 4, OdpPortState.Unknown, 1),
            new(Odp, 5, OdpPortState.Free, 0),
        ]));
        _tracer.Setup(t => t.TraceAsync(Line, It.IsAny<CancellationToken>())).ReturnsAsync((Result<LineTrace>)Traced(FiberTraceEnd.AtOlt));
        _tracer.Setup(t => t.BelowAsync(new PlantElement(PlantElementKind.Odp, Odp, null), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<LinesBelow>)new LinesBelow(new PlantElement(PlantElementKind.Odp, Odp), "ODP-1", 5, 3, 1, 1, Money.Idr(950_000), Page<LineBelow>.Of([], new PageRequest(), 5)));
        _levels.Setup(l => l.ListAsync(It.IsAny<LevelFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<LevelRow>>)Page<LevelRow>.Of(
            [new LevelRow(Drop, "ZTEG00000001", Odp, "ODP-1", 1, -26.5, DateTime.UnixEpoch, -19.25, true, [Budi]), new LevelRow(Line, "ZTEG00000002", Odp, "ODP-1", 2, -19, DateTime.UnixEpoch, null, false, [])], new PageRequest(), 2));
        _levels.Setup(l => l.ListCausesAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<LevelCause>>(
            [new LevelCause([.. Enum.GetValues<PlantElementKind>().Select(kind => new PlantElementRow(kind, Odp, kind is PlantElementKind.Core or PlantElementKind.PonPort ? 7 : null, "X-1"))], 5, 6, Money.Idr(1_000_000))]));
        _levels.Setup(l => l.TrendAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync((string serial, CancellationToken _) => (Result<LevelTrend>)new LevelTrend(serial, null, []));
        _levels.Setup(l => l.TrendAsync("ZTEG00000001", It.IsAny<CancellationToken>())).ReturnsAsync((Result<LevelTrend>)new LevelTrend(
            "ZTEG00000001", -19.25, [new LevelPoint(new DateTime(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc), -21, null, ReadingSource.Api), new LevelPoint(new DateTime(2026, 11, 21, 8, 0, 0, DateTimeKind.Utc), -26.5, 2, ReadingSource.File)]));
        Stub<IPlantPhotos>();
        _capacity.Setup(c => c.ListAreasAsync(It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<AreaCapacity>>)Page<AreaCapacity>.Of([new AreaCapacity("Bekasi Timur", 2, 1, new PortStock(16, 8, 1, 1, 1)), new AreaCapacity(null, 1, 0, new PortStock(8, 0, 0, 0, 0))], new PageRequest(), 2));
        _capacity.Setup(c => c.ListPlacesToBuildAsync(It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<PlaceToBuild>>)Page<PlaceToBuild>.Of([new PlaceToBuild(new GeoPoint(-6.3, 107.05), default, 2, 1)], new PageRequest(), 1));
        _desk.Setup(d => d.NearestAsync(It.IsAny<GeoPoint>(), It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<OdpOffer>>(
            [new OdpOffer(Odp, "ODP-1", -6.25, 107, 42, 8, 4, 5, -19.5, true), new OdpOffer(Drop, "ODP-2", -6.25, 107, 90, 8, 1, 8, null, false), new OdpOffer(Line, "ODP-3", -6.25, 107, 95, 8, 1, 8, -27, false)]));
        _desk.Setup(d => d.FindKeptAsync(Line, It.IsAny<CancellationToken>())).ReturnsAsync(() => _kept is { } kept ? (Result<KeptPort?>)kept : default(KeptPort));
    }

    private KeptPort? _kept;

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void Every_page_has_words_in_both_languages(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);

        Open<OdpsPage>();
        Open<OdpPage>(p => p.Add(x => x.OdpId, Odp));
        Open<OpticsPage>();
        Open<CapacityPage>();
        foreach (var end in Enum.GetValues<FiberTraceEnd>())
        {
            _tracer.Setup(t => t.TraceAsync(Line, It.IsAny<CancellationToken>())).ReturnsAsync((Result<LineTrace>)Traced(end));
            Open<TraceCard>(p => p.Add(x => x.AccessId, Line));
        }

        Open<NearOdps>(p => p.Add(x => x.SignUpId, Line).Add(x => x.Latitude, -6.25).Add(x => x.Longitude, 107));
        Open<LightTrend>(p => p.Add(x => x.OntSerial, "ZTEG00000001").Add(x => x.OnClose, () => { }));
        Open<LightTrend>(p => p.Add(x => x.OntSerial, "ZTEG00000002"));
        Address.NavigateTo($"plant/below?kind=odp&id={Odp}");
        Open<BelowPage>();
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void The_way_of_light_is_told_step_by_step()
    {
        var card = Open<TraceCard>(p => p.Add(x => x.AccessId, Line));

        Assert.Equal(["Drop", "Port", "Join", "Splitter", "Core", "PonPort", "Router"], card.FindAll("[data-step]").Select(row => row.GetAttribute("data-step")));
        var text = card.Find("[data-trace]").TextContent;
        Assert.Contains("DST-1, core 14", text, StringComparison.Ordinal);
        Assert.Contains("orange, tube 2 (orange)", text, StringComparison.Ordinal);
        Assert.Contains("Splitter 1:8 SP-1", text, StringComparison.Ordinal);
        Assert.Contains("-21.50 dBm", card.Find(".fact-line").TextContent, StringComparison.Ordinal);
        Assert.Contains("2.00 dB", card.Find(".fact-line").TextContent, StringComparison.Ordinal);
        Assert.Empty(card.FindAll("[data-trace-end]"));
    }

    [Fact]
    public void It_leads_to_the_map_and_beside_the_map_it_tells_what_it_found()
    {
        LineTrace? told = null;
        Assert.Equal($"map?line={Line}&trace=1", Open<TraceCard>(p => p.Add(x => x.AccessId, Line)).Find("[data-act=map]").GetAttribute("href"));
        var card = Open<TraceCard>(p => p.Add(x => x.AccessId, Line).Add(x => x.OnMap, true).Add(x => x.OnTraced, (LineTrace? trace) => told = trace));

        Assert.Equal("budi.43", told!.Username);
        Assert.Empty(card.FindAll("[data-act=map]"));
        Assert.Equal(3, card.FindAll("[data-trace] thead th").Count);
        Assert.Single(card.FindAll("[data-act=move-drop]"));
        Allow(MappingPermissions.MapRead);
        Assert.Empty(Open<TraceCard>(p => p.Add(x => x.AccessId, Line)).FindAll("[data-act=move-drop]"));
    }

    [Fact]
    public void A_line_without_a_drop_says_so_and_who_may_not_see_the_map_sees_no_card()
    {
        _tracer.Setup(t => t.TraceAsync(Line, It.IsAny<CancellationToken>())).ReturnsAsync((Result<LineTrace>)new LineTrace(Line, "budi.43", [], null, []));
        Assert.NotNull(Open<TraceCard>(p => p.Add(x => x.AccessId, Line)).Find("[data-no-drop]"));

        Allow();
        Assert.Empty(Open<TraceCard>(p => p.Add(x => x.AccessId, Line)).FindAll("[data-trace-card]"));
        _tracer.Verify(t => t.TraceAsync(Line, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public void Each_port_offers_what_can_be_done_with_it()
    {
        var page = Open<OdpPage>(p => p.Add(x => x.OdpId, Odp));

        Assert.Equal(
            ["Used:data-move,data-disconnect", "Reserved:data-connect,data-release", "Broken:data-correct", "Unknown:data-connect,data-correct", "Free:data-connect,data-correct"],
            page.FindAll("[data-port]").Select(row => $"{row.GetAttribute("data-state")}:{string.Join(',', row.QuerySelectorAll("button").Select(b => b.Attributes.First(a => a.Name.StartsWith("data-", StringComparison.Ordinal)).Name))}"));
        Assert.Contains("Budi Santoso", page.Find("[data-port='1']").TextContent, StringComparison.Ordinal);
        Assert.Equal("3 of 5", page.Find("[data-online]").TextContent);
        Assert.Contains("Sari", page.Find("[data-port='2']").TextContent, StringComparison.Ordinal);

        _desk.Setup(d => d.ReleaseAsync(Odp, 2, It.IsAny<CancellationToken>())).ReturnsAsync((Result)MappingErrors.PortNotReserved(2));
        page.Find("[data-release]").Click();
        Assert.Contains("mapping.port_not_reserved", page.Find(".error-panel").TextContent, StringComparison.Ordinal);

        Allow(MappingPermissions.MapRead);
        Assert.Empty(Open<OdpPage>(p => p.Add(x => x.OdpId, Odp)).FindAll("[data-port] button"));
    }

    [Fact]
    public void What_somebody_sees_at_a_port_is_said_with_the_version_that_was_looked_at()
    {
        CorrectPortRequest? said = null;
        _desk.Setup(d => d.CorrectAsync(Odp, 4, 1, It.IsAny<CorrectPortRequest>(), It.IsAny<CancellationToken>()))
            .Callback((Guid _, int _, long _, CorrectPortRequest request, CancellationToken _) => said = request).ReturnsAsync(Result.Success);
        var dialog = Open<CorrectPortDialog>(p => p.Add(x => x.Port, new PortRow(Odp, 4, OdpPortState.Unknown, 1)));

        dialog.Find("#port-state").Change("Broken");
        dialog.Find("#port-note").Input("Adaptor pecah");
        dialog.Find("form").Submit();

        Assert.Equal(new CorrectPortRequest(OdpPortState.Broken, "Adaptor pecah"), said);
    }

    [Fact]
    public void A_file_with_wrong_rows_names_them_and_the_good_ones_are_taken_when_asked()
    {
        _readings.Setup(r => r.ImportAsync(It.Is<ReadingsFile>(f => !f.TakeGood), It.IsAny<CancellationToken>())).ReturnsAsync((Result<ReadingsImport>)new ReadingsImport(5, 1, [new WrongReading(3, "mapping.not_a_level", "x ; y")], null));
        _readings.Setup(r => r.ImportAsync(It.Is<ReadingsFile>(f => f.TakeGood), It.IsAny<CancellationToken>())).ReturnsAsync((Result<ReadingsImport>)new ReadingsImport(5, 1, [], new RecordedReadings(4, 0, 2)));
        var page = Open<OpticsPage>();
        Assert.Equal(2, page.FindAll("[data-causes], [data-upload-readings]").Count);

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("serial;rx;time", "levels.csv"));
        page.WaitForAssertion(() => Assert.False(page.Find("[data-upload-readings] .button-primary").HasAttribute("disabled")));
        page.Find("[data-upload-readings] .button-primary").Click();
        Assert.Contains("This is no level in dBm", page.Find("[data-line='3']").TextContent, StringComparison.Ordinal);
        page.Find("[data-upload-readings] .form-actions .button:not(.button-primary)").Click();

        Assert.Contains("4 new", page.Find("[data-report]").TextContent, StringComparison.Ordinal);
        _levels.Verify(l => l.ListCausesAsync(It.IsAny<CancellationToken>()), Times.Exactly(2));
    }

    [Fact]
    public void A_port_near_a_new_house_is_kept_for_its_sign_up()
    {
        _desk.Setup(d => d.ReserveAsync(Odp, new ReservePortRequest(Line, null, null, null), It.IsAny<CancellationToken>())).Callback(() => _kept = new KeptPort(Odp, "ODP-1", 5, DateTime.UnixEpoch)).ReturnsAsync((Result<int>)5);
        var near = Open<NearOdps>(p => p.Add(x => x.SignUpId, Line).Add(x => x.Latitude, -6.25).Add(x => x.Longitude, 107));

        Assert.Equal(["Enough light", "Way not drawn", "Too little light"], near.FindAll("[data-offer] .badge").Select(b => b.TextContent.Split('\n')[^1].Trim()).Select(text => text[text.IndexOfAny([.. "EWT"])..]));
        near.Find("[data-offer='ODP-1'] [data-keep]").Click();

        Assert.Contains("ODP-1, port 5", near.Find("[data-kept]").TextContent, StringComparison.Ordinal);
        Assert.Empty(near.FindAll("[data-offer='ODP-1'] [data-keep]"));
        Assert.Equal(2, near.FindAll("[data-keep]").Count);
    }

    [Fact]
    public void The_light_of_an_ONT_over_time_opens_from_its_row_and_stays_in_the_address()
    {
        var page = Open<OpticsPage>();
        Assert.Empty(page.FindAll("[data-light-trend]"));
        page.Find("[data-trend=ZTEG00000002]").Click();

        Assert.EndsWith("?ont=ZTEG00000002", Address.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal("ZTEG00000002", page.Find("[data-light-trend]").GetAttribute("data-light-trend")));
        Assert.Contains("No readings of this ONT", page.Find("[data-light-trend]").TextContent, StringComparison.Ordinal);

        page.Find("[data-trend=ZTEG00000001]").Click();
        page.WaitForAssertion(() => Assert.Contains("-26.50 dBm", page.Find("[data-light-trend=ZTEG00000001] .fact-line").TextContent, StringComparison.Ordinal));
        page.Find("[data-act=close-trend]").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-light-trend]")));
        Assert.DoesNotContain("ont=", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Below_the_way_of_light_stands_how_it_went_once_the_ONT_is_known()
    {
        Assert.Empty(Open<TraceCard>(p => p.Add(x => x.AccessId, Line)).FindAll("[data-light-trend]"));
        _tracer.Setup(t => t.TraceAsync(Line, It.IsAny<CancellationToken>())).ReturnsAsync((Result<LineTrace>)(Traced(FiberTraceEnd.AtOlt) with { OntSerial = "ZTEG00000001" }));

        var card = Open<TraceCard>(p => p.Add(x => x.AccessId, Line));

        Assert.Contains("-19.25 dBm", card.Find("[data-light-trend] .fact-line").TextContent, StringComparison.Ordinal);
        Assert.NotNull(card.Find("[data-light-trend] .chart"));
    }

    [Fact]
    public void Silence_is_drawn_as_a_gap_and_what_should_arrive_all_along()
    {
        var at = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        LevelPoint[] readings = [.. new[] { 0, 1, 2, 3, 8, 9 }.Select(day => new LevelPoint(at.AddDays(day), -20 - day, null, ReadingSource.Api))];

        var points = LightPoints.Of(new LevelTrend("ZTEG00000001", -19.5, readings), at.AddDays(11));

        Assert.Equal([null, -20, -21, -22, -23, null, -28, -29, null], points.Select(p => p.Values[0]));
        Assert.All(points, p => Assert.Equal(-19.5, p.Values[1]));
        Assert.Equal(points.OrderBy(p => p.AtUtc), points);
        Assert.Equal(at.AddDays(11), points[^1].AtUtc);

        // However seldom one is read: nobody draws a line through more than a week.
        Assert.Equal([null, -20, null, -22, null], LightPoints.Of(new LevelTrend("ZTEG00000001", null, [readings[0], readings[2] with { AtUtc = at.AddDays(14) }]), at.AddDays(15)).Select(p => p.Values[0]));
        Assert.Equal([null, -20, null], LightPoints.Of(new LevelTrend("ZTEG00000001", null, [readings[0]]), at.AddDays(1)).Select(p => p.Values[0]));
        Assert.Empty(LightPoints.Of(new LevelTrend("ZTEG00000001", -19, []), at));
    }

    private static LineTrace Traced(FiberTraceEnd end) => new(
        Line,
        "budi.43",
        [
            new TraceStep(FiberStepKind.Drop, Drop, null, null, null, null, 40, 0.01),
            new TraceStep(FiberStepKind.Port, Odp, "ODP-1", Odp, "ODP-1", 1, 0, 0.3),
            new TraceStep(FiberStepKind.Join, Odp, null, Odp, "ODP-1", null, 0, 0.1) { Join = FiberJoinKind.Splice },
            new TraceStep(FiberStepKind.Splitter, Odp, "SP-1", Odp, "ODP-1", 1, 0, 10.5) { Outputs = 8 },
            new TraceStep(FiberStepKind.Core, Odp, "DST-1", null, null, 14, 800, 0.28) { Mark = CoreMark.Of(14, 12) },
            new TraceStep(FiberStepKind.PonPort, Odp, "OLT-1", Odp, "OLT-1", 7, 0, 0),
        ],
        end,
        [new GeoPoint(-6.25, 107)])
    {
        OdpId = Odp,
        ExpectedDbm = -19.5,
        MeasuredDbm = -21.5,
        MeasuredAtUtc = DateTime.UnixEpoch,
        RouterName = "RTR-BEKASI",
        LengthMetres = 840,
        LossDb = 22.5,
    };
}
