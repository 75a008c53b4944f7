using System.Globalization;
using IspPortal.Tests.Documents;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Browser;

public sealed class ReportingInTheBrowserTests(LivePages pages) : IClassFixture<LivePages>
{
    [Fact]
    public async Task A_dashboard_is_built_by_mouse_and_keyboard_saved_and_seen_by_link()
    {
        var page = await pages.SignInAsync(LivePages.Administrator);
        await page.Locator(".navigation a[href='/dashboards']").ClickAsync();
        await page.Locator("[data-act=make-dashboard]").First.ClickAsync();
        await page.Locator("#dashboard-name").FillAsync("Ruang tunggu");
        await page.Locator(".dialog-form button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-add=Number]")).ToBeVisibleAsync();

        await page.Locator("[data-add=Number]").ClickAsync();
        await page.Locator(".dialog-form button[type=submit]").ClickAsync();
        await page.Locator("[data-add=Chart]").ClickAsync();
        await page.Locator("#widget-title").FillAsync("Trafik jaringan");
        await page.Locator(".dialog-form button[type=submit]").ClickAsync();
        await page.Locator("[data-add=Status]").ClickAsync();
        await page.Locator(".dialog-form button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-widget]")).ToHaveCountAsync(3);

        // By mouse: the number goes to the last columns, and whatever lay there goes below.
        var number = page.Locator("[data-widget][data-kind=Number]");
        var (handle, grid) = ((await number.Locator("[data-move]").BoundingBoxAsync())!, (await page.Locator(".dashboard-grid").BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(handle.X + (handle.Width / 2), handle.Y + (handle.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(handle.X + (handle.Width / 2) + (grid.Width * 9 / 12), handle.Y + (handle.Height / 2), new MouseMoveOptions { Steps = 8 });
        await Expect(page.Locator(".dashboard-ghost")).ToBeVisibleAsync();
        await page.Mouse.UpAsync();
        await Expect(number).ToHaveAttributeAsync("style", "--x:10;--y:1;--w:3;--h:3");
        await Expect(page.Locator(".dashboard-ghost")).ToHaveCountAsync(0);

        // By keyboard: one column back, and one row higher.
        await number.Locator("[data-move]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(number).ToHaveAttributeAsync("style", "--x:9;--y:1;--w:3;--h:3");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Expect(number).ToHaveAttributeAsync("style", "--x:9;--y:1;--w:3;--h:4");
        await page.Locator("[data-act=save]").ClickAsync();
        await Expect(page.Locator("[data-move]")).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Expect(number).ToHaveAttributeAsync("style", "--x:9;--y:1;--w:3;--h:4");
        await Expect(number.Locator("[data-figure=current]")).ToContainTextAsync("bit/s");
        await Expect(page.Locator("[data-kind=Chart] .apexcharts-series path").First).ToBeVisibleAsync();
        await Expect(page.Locator("[data-kind=Status]")).ToContainTextAsync("RTR-BEKASI");

        await page.Locator(".page-actions summary").ClickAsync();
        await page.Locator("[data-act=links]").ClickAsync();
        await page.Locator("[data-act=make-link]").ClickAsync();
        var link = await page.Locator("[data-public-link]").InnerTextAsync();
        await using var strangers = await page.Context.Browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 }, Locale = "id-ID" });
        var stranger = await strangers.NewPageAsync();
        await stranger.GotoAsync(link);
        await Expect(stranger.Locator("h1")).ToHaveTextAsync("Ruang tunggu");
        await Expect(stranger.Locator("[data-kind=Number] [data-figure=current]")).ToContainTextAsync("bit/s");
        await Expect(stranger.Locator("[data-kind=Chart] svg polyline").First).ToBeVisibleAsync();
        Assert.Equal(0, await stranger.Locator("script[src*='blazor']").CountAsync());
        await LivePages.ExpectToFitAsync(stranger);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_month_report_of_the_lab_is_made_and_its_pdf_can_be_read()
    {
        var page = await pages.SignInAsync(LivePages.Administrator, "id");
        await page.Locator(".navigation a[href='/reports']").ClickAsync();
        await page.Locator("[data-act=ask-report]").First.ClickAsync();
        await page.Locator("[data-period=LastMonth]").ClickAsync();
        await page.Locator("[data-format=Xlsx]").ClickAsync();
        await page.Locator(".dialog-form button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-report-state=Ready]")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 180_000 });
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-file=Pdf]").ClickAsync());
        Assert.EndsWith(".pdf", download.SuggestedFilename, StringComparison.Ordinal);
        var pdf = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        var text = PdfText.Dense(PdfText.Of(pdf));
        var month = TimeProvider.System.GetUtcNow().AddHours(7).AddMonths(-1).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("id-ID"));
        Assert.All(["Pemakaian", month, "Trafik per hari"], words => Assert.Contains(PdfText.Dense(words), text, StringComparison.Ordinal));
        Assert.InRange(PdfText.PagesOf(pdf), 3, 20);
        var workbook = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-file=Xlsx]").ClickAsync());
        Assert.True(new FileInfo(await workbook.PathAsync()).Length > 2_000);
        await page.Context.CloseAsync();
    }
}
