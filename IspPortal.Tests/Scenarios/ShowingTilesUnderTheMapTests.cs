using IspPortal.Core.Mapping.Geo;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Customers.Documents;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>An administrator turns the folder of tiles on, and its pictures lie under the map.</summary>
[Collection(LivePortalTests.Name)]
public sealed class ShowingTilesUnderTheMapTests(LivePages pages)
{
    private const int Zoom = 12;
    private const string At = "/map?at=-6.25,107,12";

    [Fact]
    public async Task Tiles_of_the_folder_are_shown_with_their_attribution_and_go_again()
    {
        var page = await pages.SignInAsync(LivePages.Administrator);
        var (x, y) = MapTile.PixelOf(new GeoPoint(-6.25, 107), Zoom);
        var column = Path.Combine(pages.Portal.TileFolder, "12", ((int)x / MapTile.WorldPixels).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Directory.CreateDirectory(column);
        var row = (int)y / MapTile.WorldPixels;
        await File.WriteAllBytesAsync(Path.Combine(column, $"{row}.png"), SampleFiles.Png(64, 64), TestContext.Current.CancellationToken);

        await page.GotoAsync(At);
        await Expect(page.Locator(".live-map .map-graticule")).Not.ToHaveCountAsync(0);
        await ChooseAsync(page, "folder", "© Warga <b>peta</b>");

        await page.GotoAsync(At);
        var tile = page.Locator($".live-map img.leaflet-tile-loaded[src$='tiles/12/{Path.GetFileName(column)}/{row}']");
        await Expect(tile).ToHaveCountAsync(1);
        Assert.Equal(64, await tile.EvaluateAsync<int>("image => image.naturalWidth"));
        await Expect(page.Locator(".leaflet-control-attribution")).ToContainTextAsync("© Warga <b>peta</b>");
        await Expect(page.Locator(".live-map .map-graticule")).ToHaveCountAsync(0);

        await ChooseAsync(page, "plain", "");
        await page.GotoAsync(At);
        await Expect(page.Locator(".live-map .map-graticule")).Not.ToHaveCountAsync(0);
        await Expect(page.Locator(".leaflet-control-attribution")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private static async Task ChooseAsync(IPage page, string background, string attribution)
    {
        await page.GotoAsync("/settings");
        await page.Locator("#setting-map-background").SelectOptionAsync(background);
        await page.Locator("#setting-map-attribution").FillAsync(attribution);
        var form = page.Locator("form.settings-section", new() { Has = page.Locator("#setting-map-background") });
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(form.Locator("button[type=submit]")).ToBeDisabledAsync();
        await Expect(page.Locator("#setting-map-background")).ToHaveValueAsync(background);
    }
}
