using System.Text.RegularExpressions;
using IspPortal.Core.Customers;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using IspPortal.Tests.Web.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>A clerk finds people and lines in long lists, takes what is listed along as a file, and finds the way back: in both languages, at a desk and on a phone.</summary>
[Collection(LivePortalTests.Name)]
public sealed class FindingCustomersAndLinesTests(LivePages pages)
{
    private const string Clerk = "billing@lab.test";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ToldIn("en", 1440, "Suspended", "of", "Nothing matches")]
    [ToldIn("id", 390, "Ditangguhkan", "dari", "Tidak ada yang cocok")]
    public async Task Customers_are_sorted_filtered_searched_paged_and_taken_along(string language, int width, string suspended, string of, string nothing)
    {
        TestBrowser.SkipWithoutOne();
        using var desk = await LiveDesk.OpenAsync(pages.Portal);
        var names = new[] { $"Zzz Terakhir {language}", $"Zzy Sebelumnya {language}" };
        var phone = language == "en" ? "0361-888-0101" : "(0361) 888-0202";
        await desk.CustomerAsync(names[0], phone, $"Kota Uji {language}");
        await desk.CustomerAsync(names[1], null, $"Kota Uji {language}");
        var all = await desk.InDatabaseAsync(context => context.Set<Customer>().CountAsync(c => c.RemovedAtUtc == null, Token));
        var held = await desk.InDatabaseAsync(context => context.Set<Customer>().CountAsync(c => c.RemovedAtUtc == null && c.Status == CustomerStatus.Suspended, Token));
        Assert.InRange(held, 2, 49);

        var page = await OpenAsync("/customers", language, width);
        var rows = page.Locator(".grid tbody tr");
        await Expect(rows).ToHaveCountAsync(50);
        await ExpectRangeAsync(page, $"1–50 {of} {all.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo(language))}");

        // Sorted the other way round: the last is the first, and the address says so.
        await page.Locator(".sort-button").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("sort=name&order=desc", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(rows.First.Locator(".cell-main")).ToContainTextAsync("Zzz Terakhir");

        // A page further and back with the browser's own button.
        await page.Locator(".grid-pager .icon-button").Last.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("page=2", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await ExpectRangeAsync(page, $"51–100 {of} {all.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo(language))}");
        await Expect(page.Locator(".grid-pager .icon-button").First).ToBeEnabledAsync();
        await page.GoBackAsync();
        await ExpectRangeAsync(page, $"1–50 {of} {all.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo(language))}");
        await Expect(rows.First.Locator(".cell-main")).ToContainTextAsync("Zzz Terakhir");

        // One state alone.
        await page.Locator(".chips .chip", new PageLocatorOptions { HasText = suspended }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("status=suspended", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(rows).ToHaveCountAsync(held);
        await Expect(rows.Locator(".badge", new LocatorLocatorOptions { HasText = suspended })).ToHaveCountAsync(held);

        // What is listed is what the file holds, whatever the order on the screen.
        var lines = await DownloadAsync(page);
        Assert.Equal(held + 1, lines.Length);
        Assert.All(lines[1..], line => Assert.Contains(suspended, line, StringComparison.Ordinal));
        await page.GoBackAsync();
        await Expect(rows).ToHaveCountAsync(50);

        // By a city and a part of the name; by a phone as people say it.
        await page.Locator(".chip-select select").Nth(1).SelectOptionAsync(new SelectOptionValue { Label = language == "en" ? "Kota Uji En" : "Kota Uji Id" });
        await Expect(rows).ToHaveCountAsync(2);
        await SearchAsync(page, "zzy sebelum");
        await Expect(rows.Locator("a.cell-main")).ToHaveTextAsync([names[1]]);
        Assert.Equal(2, (await DownloadAsync(page)).Length);
        await page.ReloadAsync();
        await Expect(page.Locator("input[type=search]")).ToHaveValueAsync("zzy sebelum");
        await Expect(rows.Locator("a.cell-main")).ToHaveTextAsync([names[1]]);
        await page.GotoAsync("/customers");
        await SearchAsync(page, phone);
        await Expect(rows.Locator("a.cell-main")).ToHaveTextAsync([names[0]]);

        // Nobody: it says so, and one click shows everybody again.
        await SearchAsync(page, "tidak ada orang begini");
        await Expect(page.Locator(".empty-state")).ToContainTextAsync(nothing);
        await Expect(page.Locator(".grid-tools-end a[download]")).ToHaveCountAsync(0);
        await page.Locator(".empty-state button").ClickAsync();
        await Expect(rows).ToHaveCountAsync(50);
        await Expect(page.Locator("input[type=search]")).ToHaveValueAsync("");
        await LivePages.ExpectToFitAsync(page);

        // A row opens the customer; back is where one was.
        await SearchAsync(page, phone);
        await Expect(rows.Locator("a.cell-main")).ToHaveTextAsync([names[0]]);
        await rows.First.Locator("a.cell-main").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(names[0]);
        await page.GoBackAsync();
        await Expect(rows.Locator("a.cell-main")).ToHaveTextAsync([names[0]]);
        await page.Context.CloseAsync();
    }

    [Theory]
    [ToldIn("en", 1440, "Home 10 Mbps", "Waiting for installation", "of")]
    [ToldIn("id", 390, "Home 10 Mbps", "Menunggu pemasangan", "dari")]
    public async Task Lines_are_found_by_plan_state_and_user_name_and_columns_are_chosen(string language, int width, string plan, string pending, string of)
    {
        TestBrowser.SkipWithoutOne();
        using var desk = await LiveDesk.OpenAsync(pages.Portal);
        var (_, account) = await desk.CustomerAsync($"Daftar Langganan {language}");
        var username = $"daftar-{language}-menunggu";
        await desk.SellAsync(account, LabPlansStep.PlanId(0), 2, username, activateNow: false);
        var planId = LabPlansStep.PlanId(0);
        var onPlan = await desk.InDatabaseAsync(context => context.Set<Subscription>().CountAsync(s => s.PlanId == planId, Token));

        var page = await OpenAsync("/subscriptions", language, width);
        var rows = page.Locator(".grid tbody tr");
        await page.Locator(".chip-select select").First.SelectOptionAsync(new SelectOptionValue { Label = plan });
        await Expect(page).ToHaveURLAsync(new Regex($"plan={planId}", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await ExpectRangeAsync(page, $"1–50 {of} {onPlan}");
        var lines = await DownloadAsync(page);
        Assert.Equal(onPlan + 1, lines.Length);

        await page.Locator(".chips .chip", new PageLocatorOptions { HasText = pending }).ClickAsync();
        await Expect(rows.Locator("a.cell-main", new LocatorLocatorOptions { HasText = username })).ToBeVisibleAsync();
        await SearchAsync(page, $"{language}-menung");
        await Expect(rows.Locator("a.cell-main")).ToHaveTextAsync([username]);
        await Expect(rows.First).ToContainTextAsync(pending);
        Assert.Contains(username, Assert.Single((await DownloadAsync(page))[1..]), StringComparison.Ordinal);

        // A column less, remembered by this browser.
        var customer = page.Locator($".rz-data-grid th.importance-2, .rz-datatable th.importance-2, th.importance-2").First;
        await Expect(customer).ToBeAttachedAsync();
        await page.Locator(".grid-tools-end summary").ClickAsync();
        var box = page.Locator(".column-choice input").Nth(1);
        await box.UncheckAsync();
        await Expect(page.Locator("th.column-hidden")).ToHaveCountAsync(1);
        await page.ReloadAsync();
        await Expect(rows.Locator("a.cell-main")).ToHaveTextAsync([username]);
        await Expect(page.Locator("th.column-hidden")).ToHaveCountAsync(1);
        await page.Locator(".grid-tools-end summary").ClickAsync();
        await page.Locator(".column-choice input").Nth(1).CheckAsync();
        await Expect(page.Locator("th.column-hidden")).ToHaveCountAsync(0);
        await LivePages.ExpectToFitAsync(page);
        await page.Context.CloseAsync();
    }

    private static Task ExpectRangeAsync(IPage page, string range) => Expect(page.Locator(".grid-pager span").First).ToHaveTextAsync(range);

    private static async Task SearchAsync(IPage page, string text) => await page.Locator("input[type=search]").FillAsync(text);

    /// <summary>The lines of the file behind the button, without the mark at its beginning.</summary>
    private static async Task<string[]> DownloadAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".grid-tools-end a[download]").ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync(), Token);
        return text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<IPage> OpenAsync(string path, string language, int width)
    {
        var page = await pages.SignInAsync(Clerk, language);
        await page.SetViewportSizeAsync(width, 844);
        await page.GotoAsync(path);
        return page;
    }
}
