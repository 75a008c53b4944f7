using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Routers;
using IspPortal.Tests.Web.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Browser;

[Collection(LivePortalTests.Name)]
public sealed class ShellInTheBrowserTests(StagedPages pages) : IClassFixture<StagedPages>
{
    [Fact]
    public async Task Figures_of_the_wall_change_in_place_and_a_dead_router_shows_as_unknown()
    {
        var page = await pages.OpenAsync("/");
        pages.Portal.Network.Poll();
        var down = page.Locator("[data-figure=down]");
        await Expect(down).ToContainTextAsync("Gbit/s");
        var marker = await page.WaitForSelectorAsync(".map-place", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        var before = await down.TextContentAsync();

        pages.Portal.Network.Load = 0.7;
        pages.Portal.Network.Poll();
        await Expect(down).Not.ToHaveTextAsync(before!);

        pages.Portal.Network.SetState(1, RouterState.Offline);
        pages.Portal.Network.Poll();
        await Expect(page.Locator(".wall-strip")).ToContainTextAsync("60 unknown");
        await Expect(page.Locator(".map-place[data-tone=bad]")).ToHaveCountAsync(1);
        Assert.True(await marker!.EvaluateAsync<bool>("node => node.isConnected"), "The marker was made anew instead of changed.");
        await Expect(page.Locator(".bell-count")).ToHaveTextAsync("1");

        pages.Portal.Network.SetState(1, RouterState.Online);
        pages.Portal.Network.Load = 1;
        pages.Portal.Network.Poll();
        await Expect(page.Locator(".wall-strip")).Not.ToContainTextAsync("unknown");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_watched_line_moves_and_leaving_it_ends_the_watch()
    {
        var access = StagedNetwork.AccessId(2, 5);
        var page = await pages.OpenAsync($"/subscribers/{access}");
        await Expect(page.Locator(".live-line .apexcharts-series").First).ToBeAttachedAsync();
        await PollUntilAsync(() => pages.Portal.Feed.WatchedKeys<AccessRate>().Contains(access), "nobody watches the line");

        pages.Portal.Network.Stream(access, 18_200_000, 1_100_000);
        await Expect(page.Locator(".live-line [data-figure=down]")).ToHaveTextAsync("18.2Mbit/s");
        var path = page.Locator(".live-line .apexcharts-area-series path").First;
        var before = await path.GetAttributeAsync("d");
        pages.Portal.Network.Stream(access, 28_000_000, 1_100_000);
        await Expect(page.Locator(".live-line [data-figure=down]")).ToHaveTextAsync("28.0Mbit/s");
        await Expect(path).Not.ToHaveAttributeAsync("d", before!);

        await page.Locator(".navigation a[href='/subscribers']").ClickAsync();
        await PollUntilAsync(() => !pages.Portal.Feed.WatchedKeys<AccessRate>().Contains(access), "the line is still watched");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_language_changes_every_word_and_is_remembered()
    {
        var page = await pages.OpenAsync("/subscribers");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Subscribers");

        await page.Locator(".language-switch button[lang=id]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Saluran pelanggan");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "id");

        await page.ReloadAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Saluran pelanggan");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_theme_changes_at_once_and_is_remembered()
    {
        var page = await pages.OpenAsync("/subscribers");
        await page.Locator(".topbar button:has-text('dark_mode')").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        await page.ReloadAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_search_opens_with_the_keyboard_and_leads_to_the_hit()
    {
        var page = await pages.OpenAsync("/subscribers");
        await page.WaitForSelectorAsync("tbody tr");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("bekasi");
        await Expect(page.Locator(".palette-hit").First).ToContainTextAsync("RTR-BEKASI");
        await page.Locator("#search-palette input").FillAsync("siti.rahayu");
        await Expect(page.Locator(".palette-hit").First).ToContainTextAsync("siti.rahayu001");

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("h1")).ToHaveTextAsync("siti.rahayu009@isp");
        await Expect(page.Locator("#search-palette")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_phone_shows_every_page_without_sideways_scrolling_and_without_script_errors()
    {
        pages.Portal?.Network.Poll();
        foreach (var path in new[] { "/", "/map", "/subscribers", $"/subscribers/{StagedNetwork.AccessId(0, 3)}" })
        {
            var page = await pages.OpenAsync(path, 390, 844, "id");
            var errors = new List<string>();
            page.PageError += (_, error) => errors.Add(error);
            await page.WaitForSelectorAsync("h1", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            Assert.Equal((path, 390), (path, await page.EvaluateAsync<int>("document.documentElement.scrollWidth")));
            Assert.Empty(errors);
            await page.Context.CloseAsync();
        }
    }

    private static async Task PollUntilAsync(Func<bool> condition, string otherwise)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (condition())
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail(otherwise);
    }
}
