using System.Globalization;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>The NOC announces works on an ODP, sees whom they will touch, and calls them off. In both languages.</summary>
[Collection(LivePortalTests.Name)]
public sealed class AnnouncingWorksTests(LivePages pages)
{
    [Theory]
    [ToldIn("en", "ODP-TAMBUN-01/01", "Announced", "Called off")]
    [ToldIn("id", "ODP-BEKASI-01/01", "Diumumkan", "Dibatalkan")]
    public async Task Works_are_announced_with_whom_they_touch_and_called_off_with_a_reason(string language, string odp, string announced, string dismissed)
    {
        var page = await pages.SignInAsync(LivePages.Operator, language);
        await page.GotoAsync("/outages?kind=Planned");
        await page.Locator("[data-act=announce]").ClickAsync();
        await page.Locator("#works-element").FillAsync(odp);
        await page.Locator(".rz-dialog [data-pick]", new() { HasText = odp }).First.ClickAsync();
        await Expect(page.Locator("[data-touches]")).ToBeVisibleAsync();
        Assert.True(int.Parse((await page.Locator("[data-touches]").GetAttributeAsync("data-touches"))!, CultureInfo.InvariantCulture) > 0);
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator("#works-note-error")).ToBeVisibleAsync();

        var day = LiveDesk.Today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await page.Locator("#works-from").FillAsync(day + "T01:00");
        await page.Locator("#works-to").FillAsync(day + "T03:00");
        await page.Locator("#works-note").FillAsync("Ganti splitter");
        await HandOnTheMap.SaveAsync(page);

        var row = page.Locator("tbody tr", new() { HasText = odp });
        await Expect(row.Locator(".badge", new() { HasText = announced })).ToBeVisibleAsync();
        await row.Locator("a.cell-main").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(odp);
        await LivePages.ExpectSomeAsync(page.Locator("[data-below=odp] [data-figure=lines]"));
        await page.Locator(".page-actions .menu summary").ClickAsync();
        await page.Locator(".menu-danger").ClickAsync();
        await page.Locator("#works-reason").FillAsync("Hujan deras");
        await HandOnTheMap.SaveAsync(page);

        await Expect(page.Locator(".page-header .badge").First).ToContainTextAsync(dismissed);
        await Expect(page.Locator("[data-called-off]")).ToContainTextAsync("Hujan deras");
        await page.GotoAsync("/outages?kind=Planned&open=yes");
        await Expect(page.Locator("tbody tr", new() { HasText = odp })).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }
}
