using IspPortal.Core.Network.Sessions;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using IspPortal.Tests.Web.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>Many lines are filtered, looked at, and changed at once: plan, router and tag; what could not be changed is listed with its reason.</summary>
[Collection(LivePortalTests.Name)]
public sealed class ChangingManyLinesTests(LivePages pages)
{
    private const string Secrets = "/ppp/secret";

    private static readonly Guid Home10 = LabPlansStep.PlanId(0);
    private static readonly Guid Home20 = LabPlansStep.PlanId(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ToldIn("en", 1440, "Done", "It has this plan at this price already")]
    [ToldIn("id", 390, "Selesai", "Sudah memakai paket ini dengan harga ini")]
    public async Task A_filtered_list_changes_plan_router_and_tag_and_says_what_it_could_not(string language, int width, string done, string samePlan)
    {
        TestBrowser.SkipWithoutOne();
        using var desk = await LiveDesk.OpenAsync(pages.Portal);
        var names = Enumerable.Range(1, 4).Select(i => $"massal-{language}-{i}").ToArray();
        var (customer, account) = await desk.CustomerAsync($"Massal {language}");
        var lines = new List<Guid>();
        foreach (var (at, name) in names.Index())
        {
            lines.Add(await desk.SellAsync(account, at == 3 ? Home20 : Home10, 1, name));
        }

        foreach (var name in names)
        {
            await desk.UntilOnRouterAsync(1, Secrets, name, "profile", name == names[3] ? "HOME-20" : "HOME-10");
        }

        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await page.SetViewportSizeAsync(width, 900);

        // The filter comes along; the preview changes nothing.
        await page.GotoAsync($"/subscriptions?status=active&q=massal-{language}");
        await Expect(page.Locator(".grid tbody tr")).ToHaveCountAsync(4);
        await page.Locator(".page-actions summary").ClickAsync();
        await page.Locator(".menu-items a[href^='subscriptions/bulk']").ClickAsync();
        await page.Locator("#bulk-plan").SelectOptionAsync(Home20.ToString());
        await page.Locator("#bulk-timing").SelectOptionAsync("Window");
        await page.Locator("#bulk-reason").FillAsync("Semua naik kelas");
        await PreviewAsync(page);
        await Expect(Figure(page, "selected")).ToHaveTextAsync("4");
        await Expect(Figure(page, "able")).ToHaveTextAsync("3");
        await Expect(Figure(page, "sessions")).ToHaveTextAsync("0");
        await Expect(Figure(page, "when")).ToContainTextAsync("02:00–05:00");
        await Expect(page.Locator("[data-bulk-preview]")).ToContainTextAsync(samePlan);
        Assert.Equal(Home10, await PlanOfAsync(desk, lines[0]));
        await LivePages.ExpectToFitAsync(page);

        // Run: progress, result, and what could not be done.
        await StartAsync(page);
        await ExpectEndAsync(page, done, "3", "1");
        await Expect(page.Locator(".grid tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator(".grid tbody tr")).ToContainTextAsync(names[3]);
        await Expect(page.Locator(".grid tbody tr")).ToContainTextAsync(samePlan);
        foreach (var (at, line) in lines.Index())
        {
            Assert.Equal(Home20, await PlanOfAsync(desk, line));
            await desk.UntilOnRouterAsync(1, Secrets, names[at], "profile", "HOME-20");
        }

        // To another router: the lines are there and gone from the old one.
        await page.GotoAsync($"/subscriptions/bulk?q=massal-{language}");
        await page.Locator("#bulk-kind").SelectOptionAsync("MoveRouter");
        await page.Locator("#bulk-router").SelectOptionAsync(LabLines.RouterId(2).ToString());
        await page.Locator("#bulk-timing").SelectOptionAsync("Now");
        await page.Locator("#bulk-reason").FillAsync("Router baru");
        await PreviewAsync(page);
        await Expect(Figure(page, "able")).ToHaveTextAsync("4");
        await StartAsync(page);
        await ExpectEndAsync(page, done, "4", "0");
        foreach (var name in names)
        {
            await desk.UntilOnRouterAsync(2, Secrets, name, "profile", "HOME-20");
            await desk.UntilOnRouterAsync(1, Secrets, name, "profile", null);
        }

        // A tag on their customer; no router is concerned, and none is asked about.
        await page.GotoAsync($"/subscriptions/bulk?q=massal-{language}");
        await page.Locator("#bulk-kind").SelectOptionAsync("AddTag");
        await Expect(page.Locator("#bulk-timing")).ToHaveCountAsync(0);
        await page.Locator("#bulk-reason").FillAsync("Untuk surat");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(page.Locator("#bulk-tag-error")).ToBeVisibleAsync();
        await page.Locator("#bulk-tag").FillAsync($"Massal-{language}");
        await PreviewAsync(page);
        await StartAsync(page);
        await ExpectEndAsync(page, done, "4", "0");
        var tags = (await desk.GetAsync($"customers/{customer}")).GetProperty("row").GetProperty("tags").EnumerateArray().Select(tag => tag.GetString());
        Assert.Equal([$"massal-{language}"], tags);
        await page.Context.CloseAsync();
    }

    /// <summary>Only looked at: whose sessions a change of the lab's own lines would touch.</summary>
    [Fact]
    public async Task A_preview_counts_the_sessions_that_would_feel_it()
    {
        TestBrowser.SkipWithoutOne();
        using var desk = await LiveDesk.OpenAsync(pages.Portal);
        var page = await pages.SignInAsync(LivePages.Administrator);
        await page.GotoAsync($"/subscriptions/bulk?status=active&plan={LabPlansStep.PlanId(3)}");
        await page.Locator("#bulk-plan").SelectOptionAsync(Home20.ToString());
        await LivePages.PollUntilAsync(
            async () =>
            {
                var before = await OnlineAsync();
                await PreviewAsync(page);
                var shown = await Figure(page, "sessions").InnerTextAsync();
                return before > 5 && (shown == Text(before) || shown == Text(await OnlineAsync()));
            },
            TimeSpan.FromMilliseconds(LivePages.Soon),
            () => "The sessions on the screen are never those of the database.");
        await page.Context.CloseAsync();

        Task<int> OnlineAsync() => desk.InDatabaseAsync(async context =>
        {
            var plan = LabPlansStep.PlanId(3);
            var lines = (await context.Set<Subscription>().AsNoTracking().Where(s => s.PlanId == plan && s.Status == SubscriptionStatus.Active).Select(s => s.AccessId).ToListAsync(Token)).ToHashSet();
            return (await context.Set<SessionRecord>().AsNoTracking().Where(s => s.EndedAtUtc == null).Select(s => s.AccessId).ToListAsync(Token)).Count(lines.Contains);
        });

        static string Text(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static ILocator Figure(IPage page, string name) => page.Locator($"[data-bulk-preview] [data-figure={name}]");

    private static async Task PreviewAsync(IPage page)
    {
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-bulk-preview=true]")).ToBeVisibleAsync();
        await Expect(page.Locator("main form button[type=submit]")).ToBeEnabledAsync();
    }

    private static Task StartAsync(IPage page) => page.Locator("main form .form-actions button.button-primary").ClickAsync();

    private static async Task ExpectEndAsync(IPage page, string done, string changed, string failed)
    {
        await Expect(page.Locator("[data-bulk-state=Done]")).ToBeVisibleAsync();
        await Expect(page.Locator(".page-title")).ToContainTextAsync(done);
        await Expect(page.Locator("[data-bulk-state] [data-figure=done]")).ToHaveTextAsync(changed);
        await Expect(page.Locator("[data-bulk-state] [data-figure=failed]")).ToHaveTextAsync(failed);
    }

    private static async Task<Guid> PlanOfAsync(LiveDesk desk, Guid line) => (await desk.SubscriptionAsync(line)).GetProperty("row").GetProperty("planId").GetGuid();
}
