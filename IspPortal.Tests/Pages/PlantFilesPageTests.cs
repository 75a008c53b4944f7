using System.Globalization;
using Bunit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Catalog;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;
using IspPortal.Web.Features.Plant.Pages;
using Microsoft.AspNetCore.Components.Forms;
using Moq;
using Radzen.Blazor;

namespace IspPortal.Tests.Pages;

/// <summary>The plant out to files, and in from them.</summary>
public sealed class PlantFilesPageTests : PageScene
{
    private static readonly Guid Edit = Guid.Parse("019a0000-0000-7000-8000-0000000000d1");

    private readonly Mock<IPlantExchange> _exchange;
    private readonly Mock<IPlantHistory> _history;
    private readonly List<PlantUpload> _looked = [];
    private readonly List<Guid> _applied = [];

    public PlantFilesPageTests()
    {
        Allow(MappingPermissions.MapRead, MappingPermissions.PlantWrite);
        (_exchange, _history) = (Stub<IPlantExchange>(), Stub<IPlantHistory>());
        Stub<IPlantCatalog>().Setup(c => c.ListAreasAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<string>>(["Bekasi Timur"]));
        Look(new PlantImportCounts(0, 1, 1, 0, 3));
        _exchange.Setup(e => e.ApplyAsync(It.IsAny<Guid>(), It.IsAny<PlantUpload>(), It.IsAny<long?>(), It.IsAny<CancellationToken>()))
            .Callback((Guid id, PlantUpload _, long? _, CancellationToken _) => _applied.Add(id))
            .ReturnsAsync((Result<PlantImported>)new PlantImported(Edit, 1, 1, new GeoBox(-6.25, 107, -6.25, 107)));
        _history.Setup(h => h.UndoAsync(Edit, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void Every_word_is_there_in_both_languages(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        var (page, dialogs) = Opened();

        Look(new PlantImportCounts(1, 1, 1, 1, 1));
        Choose(page);
        Assert.Equal(5, page.FindAll("[data-verdict]").Count);
        Look(new PlantImportCounts(0, 0, 0, 1, 1));
        page.Find("#plant-change").Change(true);
        Assert.True(page.Find("[data-apply]").HasAttribute("disabled"));
        Look(new PlantImportCounts(0, 1, 0, 0, 0));
        page.Find("#plant-change").Change(false);
        Apply(page, dialogs);
        page.Find("[data-undo]").Click();
        dialogs.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-undone]")));

        // A field's failure is one sentence: it has no second one.
        Assert.DoesNotContain(missing.Keys, key => !key.EndsWith(".do", StringComparison.Ordinal));
    }

    [Fact]
    public void The_plant_is_taken_out_in_three_formats_and_by_area()
    {
        var page = Open<PlantFilesPage>();
        Assert.Equal(
            ["api/v1/plant/export?format=geojson", "api/v1/plant/export?format=kml", "api/v1/plant/export?format=csv"], page.FindAll("[data-format]").Select(link => link.GetAttribute("href")));

        page.Find("#plant-area").Change("Bekasi Timur");

        Assert.EndsWith("?area=Bekasi%20Timur", Address.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal("api/v1/plant/export?format=kml&area=Bekasi%20Timur", page.Find("[data-format=Kml]").GetAttribute("href")));
    }

    [Fact]
    public void A_file_is_looked_at_with_what_is_said_besides_it_before_it_is_read_in()
    {
        var (page, dialogs) = Opened();
        Choose(page);
        Assert.Equal(new PlantImportOptions(false, null, 8, 12), _looked[^1].Options);
        page.Find("#plant-kind").Change("Odp");
        page.Find("#plant-ports").Input("16");
        page.Find("#plant-change").Change(true);
        Assert.Equal(new PlantImportOptions(true, PlantNodeKind.Odp, 16, 12), _looked[^1].Options);
        Assert.Equal(["0", "1", "1", "0", "3"], page.FindAll("[data-figure]").Select(figure => figure.TextContent));
        Assert.Contains("Ports: 8 → 16", page.Find(".rz-grid-table").TextContent, StringComparison.Ordinal);
        Assert.Empty(_applied);

        Apply(page, dialogs);

        Assert.Single(_applied);
        var upload = _looked[^1];
        _exchange.Verify(e => e.ApplyAsync(_applied[0], upload, 7, It.IsAny<CancellationToken>()), Times.Once);
        Assert.Equal("map?at=-6.25,107,17", page.Find("[data-imported] a").GetAttribute("href"));
        Assert.Empty(page.FindAll("[data-apply]"));
        page.Find("[data-undo]").Click();
        dialogs.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-undone]")));
        _history.Verify(h => h.UndoAsync(Edit, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public void What_is_wrong_is_said_at_its_line_and_keeps_the_file_out()
    {
        Look(new PlantImportCounts(1, 1, 0, 0, 0));
        var page = Open<PlantFilesPage>();
        Choose(page);

        Assert.True(page.Find("[data-apply]").HasAttribute("disabled"));
        var row = page.Find(".rz-grid-table tbody tr").TextContent;
        Assert.Contains("Line 3", row, StringComparison.Ordinal);
        Assert.Contains("Ports: ", row, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plant_that_changed_meanwhile_is_looked_at_anew_and_says_so()
    {
        _exchange.Setup(e => e.ApplyAsync(It.IsAny<Guid>(), It.IsAny<PlantUpload>(), 7, It.IsAny<CancellationToken>())).ReturnsAsync((Result<PlantImported>)PlantErrors.ChangedSince);
        var (page, dialogs) = Opened();
        Choose(page);
        var looks = _looked.Count;

        page.Find("[data-apply]").Click();
        dialogs.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("plant.changed_since", page.Find(".error-panel").TextContent, StringComparison.Ordinal));
        Assert.True(_looked.Count > looks);
        Assert.Single(page.FindAll("[data-apply]"));
    }

    [Fact]
    public void A_file_that_is_none_says_why_and_who_may_only_look_reads_none_in()
    {
        _exchange.Setup(e => e.PreviewAsync(It.IsAny<PlantUpload>(), It.IsAny<PlantImportVerdict?>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<PlantImportPreview>)PlantFileErrors.HasEntities);
        var page = Open<PlantFilesPage>();
        Choose(page, "[data-read-in] .error-panel");
        Assert.Contains("plant_file.has_entities", page.Find(".error-panel").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-apply]"));

        Allow(MappingPermissions.MapRead);
        Assert.Empty(Open<PlantFilesPage>().FindAll("[data-read-in]"));
    }

    private static void Choose(IRenderedComponent<PlantFilesPage> page, string until = "[data-apply]")
    {
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("name\nT-1\n", "plant.csv"));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(until)));
    }

    private static void Apply(IRenderedComponent<PlantFilesPage> page, IRenderedComponent<RadzenDialog> dialogs)
    {
        page.Find("[data-apply]").Click();
        dialogs.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-imported]")));
    }

    private (IRenderedComponent<PlantFilesPage> Page, IRenderedComponent<RadzenDialog> Dialogs) Opened()
    {
        var dialogs = Open<RadzenDialog>();
        return (Open<PlantFilesPage>(), dialogs);
    }

    private void Look(PlantImportCounts counts) => _exchange.Setup(e => e.PreviewAsync(It.IsAny<PlantUpload>(), It.IsAny<PlantImportVerdict?>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
        .Callback((PlantUpload upload, PlantImportVerdict? _, PageRequest _, CancellationToken _) => _looked.Add(upload))
        .ReturnsAsync((Result<PlantImportPreview>)new PlantImportPreview(7, PlantFormat.Csv, counts, 0, Page<PlantImportRow>.Of([.. Rows().Where(row => counts.Of(row.Verdict) > 0)], new PageRequest(), 5)));

    private static IEnumerable<PlantImportRow> Rows() =>
    [
        new(3, PlantImportThing.Node, PlantNodeKind.Odp, "ODP-1", PlantImportVerdict.Wrong, [], CommonErrors.Invalid([new FieldError("ports", "common.out_of_range", 1, 256)])),
        new(4, PlantImportThing.Cable, null, "DST-1", PlantImportVerdict.New, [], null),
        new(5, PlantImportThing.Node, PlantNodeKind.Odp, "ODP-2", PlantImportVerdict.Changed, [new("ports", "8", "16")], null),
        new(6, PlantImportThing.RadioLink, null, "R-1", PlantImportVerdict.Kept, [new("capacityMegabits", null, "500")], null),
        new(7, PlantImportThing.Node, PlantNodeKind.Pole, "T-1", PlantImportVerdict.Same, [], null),
    ];
}
