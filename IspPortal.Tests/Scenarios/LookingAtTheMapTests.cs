using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>From the whole network down to one house, and what one wants there.</summary>
[Collection(LivePortalTests.Name)]
public sealed class LookingAtTheMapTests(LivePages pages)
{
    [Theory]
    [ToldIn("en", "Map", "Isolated", "Open the line")]
    [ToldIn("id", "Peta", "Terisolir", "Buka saluran")]
    public async Task Counts_lead_to_a_house_and_its_panel(string language, string title, string isolated, string open)
    {
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await page.GotoAsync("/map");
        await Expect(page.Locator("h1")).ToHaveTextAsync(title);
        await LivePages.ExpectSomeAsync(page.Locator("[data-count=online]"));
        await Expect(page.Locator(".live-map .map-place")).Not.ToHaveCountAsync(0);
        await Expect(page.Locator(".live-map .mark-lines").First).ToBeAttachedAsync();
        await Expect(page.Locator(".map-count[data-state=isolated]")).ToContainTextAsync(isolated);

        // What is searched for is flown to, and its panel is open.
        await page.Locator("#map-search").FillAsync("budi");
        var hit = page.Locator("[data-pick]").First;
        var name = await hit.Locator(".cell-main").InnerTextAsync();
        await hit.ClickAsync();
        await Expect(page.Locator("[data-panel=line] h2")).ToHaveTextAsync(name);
        await Expect(page.Locator("[data-panel=line] .live-line")).ToBeVisibleAsync();
        await Expect(page.Locator(".map-pin")).ToBeVisibleAsync();
        await Expect(page.Locator(".live-map .map-mark[data-chosen=true]")).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-panel=line]")).ToContainTextAsync(open);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("line=", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("at=[^&]*18", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));

        // The address holds all of it, once the flight is over.
        await page.ReloadAsync();
        await Expect(page.Locator("[data-panel=line] h2")).ToHaveTextAsync(name);
        await Expect(page.Locator(".live-map .map-mark[data-chosen=true]")).ToHaveCountAsync(1);
        await page.Locator("[data-panel=line] header .icon-button").ClickAsync();
        await Expect(page.Locator(".map-routers")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_state_keeps_its_lines_alone_and_layers_come_and_go()
    {
        var page = await pages.SignInAsync(LivePages.Administrator);
        await page.GotoAsync("/map");
        await LivePages.ExpectSomeAsync(page.Locator("[data-count=isolated]"));
        await page.EvaluateAsync("window.sameDocument = true");
        await page.Locator(".map-count[data-state=isolated]").ClickAsync();
        await Expect(page.Locator(".map-count[data-state=isolated]")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Locator(".live-map .map-mark[data-look=online]")).ToHaveCountAsync(0);
        await Expect(page.Locator(".live-map .map-mark[data-look=isolated]")).Not.ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("state=Isolated", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await LivePages.ExpectSomeAsync(page.Locator("[data-count=online]"));

        await page.Locator("[data-layer=lines]").ClickAsync();
        await Expect(page.Locator(".live-map .map-mark:not(.mark-node)")).ToHaveCountAsync(0);
        await Expect(page.Locator(".live-map .map-place")).Not.ToHaveCountAsync(0);
        await page.Locator("[data-layer=lines]").ClickAsync();
        await Expect(page.Locator(".live-map .map-mark[data-look=isolated]")).Not.ToHaveCountAsync(0);
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"), "The page was loaded anew.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_phone_opens_a_panel_over_the_map()
    {
        var page = await pages.SignInAsync(LivePages.Administrator, "id");
        await page.SetViewportSizeAsync(390, 844);
        await page.GotoAsync("/map");
        await LivePages.ExpectSomeAsync(page.Locator("[data-count=online]"));
        await page.Locator("#map-search").FillAsync("siti");
        await page.Locator("[data-pick]").First.ClickAsync();
        await Expect(page.Locator("[data-panel=line] .live-line")).ToBeInViewportAsync();
        await LivePages.ExpectToFitAsync(page);
        await page.Context.CloseAsync();
    }
}
