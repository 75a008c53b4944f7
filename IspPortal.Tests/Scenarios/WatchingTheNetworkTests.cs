using System.Globalization;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>The main job: an operator watches a living network, in both languages.</summary>
[Collection(LivePortalTests.Name)]
public sealed class WatchingTheNetworkTests(LivePages pages)
{
    /// <summary>Fewer would not be a day: a point each few minutes.</summary>
    private const int PointsOfADay = 250;

    [Theory]
    [ToldIn("en", "Wall", "Down")]
    [ToldIn("id", "Layar pantau", "Unduh")]
    public async Task The_wall_changes_by_itself_and_answers_a_click(string language, string title, string down)
    {
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await Expect(page).ToHaveTitleAsync($"{title} · IspPortal");
        await Expect(page.Locator(".wall-strip")).ToContainTextAsync(down);
        await LivePages.ExpectSomeAsync(page.Locator("[data-figure=online] .quantity"));
        await page.EvaluateAsync("window.sameDocument = true");
        var figure = page.Locator("[data-figure=down]");
        for (var changes = 0; changes < 2; changes++)
        {
            var before = await figure.InnerTextAsync();
            await Expect(figure).Not.ToHaveTextAsync(before, new() { UseInnerText = true });
        }

        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"), "The page was loaded anew.");
        var fold = page.Locator(".navigation-fold");
        var folded = await fold.GetAttributeAsync("aria-expanded") == "true" ? "false" : "true";
        await fold.ClickAsync();
        await Expect(fold).ToHaveAttributeAsync("aria-expanded", folded);
        await fold.ClickAsync();
        await Expect(fold).Not.ToHaveAttributeAsync("aria-expanded", folded);
        await page.Context.CloseAsync();
    }

    [Theory]
    [ToldIn("en", "Sessions", "Online")]
    [ToldIn("id", "Sesi", "Online")]
    public async Task A_subscriber_found_among_the_sessions_shows_a_moving_graph_and_a_day_of_history(string language, string title, string online)
    {
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await page.GotoAsync("/sessions?service=pppoe");
        await Expect(page.Locator("h1")).ToHaveTextAsync(title);
        var first = page.Locator("tbody tr a.cell-main").First;
        var username = await first.InnerTextAsync();
        await page.Locator(".grid-tools input[type=search]").FillAsync(username);
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await first.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(username);
        await Expect(page.Locator(".badge").First).ToContainTextAsync(online);

        await Expect(page.Locator(".live-line [data-source=Stream]")).ToBeVisibleAsync();
        var graph = page.Locator(".live-line .apexcharts-area-series path").First;
        for (var points = 0; points < 3; points++)
        {
            var before = await graph.GetAttributeAsync("d");
            await Expect(graph).Not.ToHaveAttributeAsync("d", before!);
        }

        await Expect(page.Locator(".live-line [data-figure=down]")).ToContainTextAsync("bit/s");

        // The lab writes its past while the portal already runs; a range is read when it is opened.
        var drawn = 0;
        await LivePages.PollUntilAsync(
            async () =>
            {
                await page.ReloadAsync();
                await Expect(page.Locator(".subscriber-history [data-figures] [data-average]")).ToHaveCountAsync(2);
                await page.Locator(".subscriber-history [data-empty=false]").WaitForAsync();
                drawn = await page.Locator(".subscriber-history .apexcharts-line-series path").EvaluateAllAsync<int>(
                    "paths => Math.max(0, ...paths.map(path => (path.getAttribute('d') ?? '').split(/[LC]/).length))");
                return drawn >= PointsOfADay;
            },
            TimeSpan.FromSeconds(60),
            () => $"The day has {drawn.ToString(CultureInfo.InvariantCulture)} points.");
        await page.Context.CloseAsync();
    }
}
