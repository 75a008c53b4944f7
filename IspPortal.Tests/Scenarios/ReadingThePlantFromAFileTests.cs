using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>An operator takes the plant out as KML, removes an ODP by mistake, and reads it in again from the file; then takes that back. In both languages.</summary>
[Collection(LivePortalTests.Name)]
public sealed class ReadingThePlantFromAFileTests(LivePages pages)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ToldIn("en", 1440, "ODP-BERKAS-EN", 300)]
    [ToldIn("id", 390, "ODP-BERKAS-ID", 150)]
    public async Task An_ODP_that_was_removed_comes_back_from_the_file(string language, int width, string name, int x)
    {
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await page.GotoAsync("/map?at=-6.3027,107.2946,17");
        var map = page.Locator(".live-map");
        await Expect(map.Locator(".mark-node .mark-box").First).ToBeVisibleAsync();
        await page.Locator("[data-draw=odp]").ClickAsync();
        await Expect(page.Locator(".map-draw[data-mode=place]")).ToBeVisibleAsync();
        await map.ClickAsync(new() { Position = new() { X = x, Y = 420 } });
        await page.Locator("#node-name").FillAsync(name);
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        var odp = map.Locator($".mark-node[title*='{name}']");
        await Expect(odp.Locator(".mark-box")).ToBeVisibleAsync();

        // Out of the portal: the whole plant, this ODP too.
        await page.SetViewportSizeAsync(width, 900);
        await page.GotoAsync("/plant/files");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-format=Kml]").ClickAsync());
        var kml = await File.ReadAllBytesAsync((await download.PathAsync())!, Token);
        Assert.Contains(name, System.Text.Encoding.UTF8.GetString(kml), StringComparison.Ordinal);

        // Gone.
        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync("/map?at=-6.3027,107.2946,17");
        await odp.Locator(".mark-box").ClickAsync();
        await page.Locator("[data-act=remove]").ClickAsync();
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(odp).ToHaveCountAsync(0);

        // In again: nothing but this ODP is new, and nothing is otherwise.
        await page.SetViewportSizeAsync(width, 900);
        await page.GotoAsync("/plant/files");
        await page.ChooseFileAsync("#plant-file", new FilePayload { Name = "plant.kml", MimeType = "application/vnd.google-earth.kml+xml", Buffer = kml });
        await Expect(page.Locator("[data-figure=new]")).ToHaveTextAsync("1");
        await Expect(page.Locator("[data-figure=wrong]")).ToHaveTextAsync("0");
        await Expect(page.Locator("[data-figure=kept]")).ToHaveTextAsync("0");
        await Expect(page.Locator(".rz-grid-table tbody tr").First).ToContainTextAsync(name);
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth"), "the page is wider than the screen");
        await page.Locator("[data-apply]").ClickAsync();
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-imported]")).ToBeVisibleAsync();

        await page.SetViewportSizeAsync(1440, 900);
        await page.Locator("[data-imported] a").ClickAsync();
        await Expect(odp.Locator(".mark-box")).ToBeVisibleAsync();

        // Taken back where everything drawn is.
        await page.Locator("[data-draw=undo]").ClickAsync();
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(odp).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }
}
