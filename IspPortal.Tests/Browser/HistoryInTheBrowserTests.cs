using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Browser;

public sealed class HistoryInTheBrowserTests(LivePages pages) : IClassFixture<LivePages>
{
    [Theory]
    [ToldIn("en", "7 days", "last week")]
    [ToldIn("id", "7 hari", "minggu lalu")]
    public async Task Dragging_over_a_week_shows_finer_points_and_back_is_the_week_again(string language, string week, string lastWeek)
    {
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        var access = LabLines.AccessId(3);
        await page.GotoAsync($"/subscribers/{access}");
        var chart = page.Locator("[data-history=DownBytes]");
        await page.Locator("[data-range='7d']").ClickAsync();
        await Expect(page.Locator("[data-range='7d']")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Locator("[data-range='7d']")).ToHaveTextAsync(week);
        await Expect(chart.Locator(".chart-canvas")).ToHaveAttributeAsync("data-empty", "false");
        await LivePages.PollUntilAsync(async () => await StepAsync(chart) >= 600, TimeSpan.FromMilliseconds(LivePages.Soon), () => "The week is not shown by coarse points.");
        await Expect(chart.Locator("[data-figures=DownBytes] [data-p95]")).ToContainTextAsync("bit/s");
        await Expect(chart.Locator("[data-figures=DownBytes] [data-sum]")).ToContainTextAsync("B");
        var coarse = await StepAsync(chart);

        // Over the last quarter of it: two days at most.
        await LivePages.PollUntilAsync(
            async () =>
            {
                // New points draw the chart anew, and with it what was half marked: then a person marks again.
                await DragAsync(page, chart.Locator(".apexcharts-grid"), .8f, .95f);
                try
                {
                    // The address follows over the circuit: marking again before it did would zoom twice.
                    await page.WaitForURLAsync(
                        url => url.Contains("since=", StringComparison.Ordinal) && url.Contains("until=", StringComparison.Ordinal) && !url.Contains("range=", StringComparison.Ordinal), new() { Timeout = 10_000 });
                    return true;
                }
                catch (TimeoutException)
                {
                    return false;
                }
            },
            TimeSpan.FromMilliseconds(LivePages.Soon),
            () => $"Dragging over the chart does not zoom: {page.Url}");
        await LivePages.PollUntilAsync(async () => await StepAsync(chart) is > 0 and var fine && fine < coarse, TimeSpan.FromMilliseconds(LivePages.Soon), () => $"Zooming did not bring finer points than {coarse} s.");

        // A picture of it, and the figures.
        var picture = await page.RunAndWaitForDownloadAsync(() => chart.Locator("[data-png]").ClickAsync());
        Assert.Matches("^[a-z0-9._-]+-downbytes-[0-9]{8}-[0-9]{4}-[0-9]{8}-[0-9]{4}\\.png$", picture.SuggestedFilename);
        await using (var stream = await picture.CreateReadStreamAsync())
        {
            var head = new byte[8];
            await stream.ReadExactlyAsync(head, TestContext.Current.CancellationToken);
            Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], head);
        }

        var table = await page.RunAndWaitForDownloadAsync(() => chart.Locator("[data-csv]").ClickAsync());
        using (var reader = new StreamReader(await table.CreateReadStreamAsync()))
        {
            var rows = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.InRange(rows.Length, 20, 5_001);
            Assert.All(rows.Skip(1), row => Assert.Equal(5, row.Split(',').Length));
        }

        // Back is the week again; with the week before beside it there are four lines.
        // Each marking that arrived is a step back.
        do
        {
            await page.GoBackAsync();
        }
        while (page.Url.Contains("since=", StringComparison.Ordinal));
        await Expect(page.Locator("[data-range='7d']")).ToHaveAttributeAsync("aria-pressed", "true");
        await LivePages.PollUntilAsync(async () => await StepAsync(chart) == coarse, TimeSpan.FromMilliseconds(LivePages.Soon), () => "Back did not bring the week.");
        await page.Locator("[data-compare]").ClickAsync();
        await Expect(chart.Locator(".apexcharts-legend-text")).ToHaveCountAsync(4);
        await Expect(chart.Locator(".apexcharts-legend-text").Last).ToContainTextAsync(lastWeek);
        await page.SetViewportSizeAsync(390, 844);
        await LivePages.ExpectToFitAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_reports_of_the_network_open_from_the_menu_and_fit_a_phone()
    {
        var page = await pages.SignInAsync(LivePages.Administrator);
        await page.GotoAsync("/analytics/busy-hours");
        await LivePages.PollUntilAsync(
            async () =>
            {
                // The lab writes its past behind the first poll.
                await page.ReloadAsync();
                await page.Locator("[data-heat], .empty-state").First.WaitForAsync();
                return await page.Locator("[data-heat]").CountAsync() > 0;
            },
            TimeSpan.FromMilliseconds(LivePages.Soon),
            () => "The lab's past did not come.");
        foreach (var (path, proof) in new[] { ("analytics/top-talkers", "tbody tr"), ("analytics/capacity", "table"), ("analytics/availability", "[data-availability]"), ("analytics/busy-hours", "[data-heat='8']") })
        {
            await page.Locator($".navigation a[href='/{path}']").ClickAsync();
            await Expect(page.Locator(proof).First).ToBeVisibleAsync();
            await page.SetViewportSizeAsync(390, 844);
            await LivePages.ExpectToFitAsync(page);
            await page.SetViewportSizeAsync(1440, 900);
        }

        await page.GotoAsync("/analytics/top-talkers?span=Hour&direction=Up");
        await page.Locator("tbody a.cell-main").First.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/subscribers/", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Data_is_sold_to_the_line_that_is_past_its_quota()
    {
        var page = await pages.SignInAsync(LivePages.Administrator);
        await page.GotoAsync($"/subscriptions?plan={LabQuotaStep.PlanId}");
        await Expect(page.Locator("tbody [data-quota]")).ToBeVisibleAsync();
        await page.Locator("tbody a.cell-main").First.ClickAsync();
        await page.Locator("#quota [data-top-up]").ClickAsync();
        await page.Locator("#top-up-gigabytes").FillAsync("500");
        await page.Locator("#top-up-price").FillAsync("100.000");
        await page.Locator(".dialog-form button[type=submit]").ClickAsync();
        await Expect(page.Locator("#quota [data-bought]")).ToContainTextAsync("Rp 100,000");
        await Expect(page.Locator("#quota")).ToContainTextAsync("502 GB");
        await page.Context.CloseAsync();
    }

    private static async Task DragAsync(IPage page, ILocator over, float from, float to)
    {
        if (await over.BoundingBoxAsync() is not { } box)
        {
            return;
        }

        var height = box.Y + (box.Height / 2);
        await page.Mouse.MoveAsync(box.X + (box.Width * from), height);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width * (from + to) / 2), height, new MouseMoveOptions { Steps = 4 });
        await page.Mouse.MoveAsync(box.X + (box.Width * to), height, new MouseMoveOptions { Steps = 4 });
        await page.Mouse.UpAsync();
    }

    private static async Task<int> StepAsync(ILocator chart) =>
        int.TryParse(await chart.Locator("[data-step]").GetAttributeAsync("data-step"), System.Globalization.CultureInfo.InvariantCulture, out var step) ? step : 0;
}
