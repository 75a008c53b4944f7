using System.Globalization;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using IspPortal.Tests.Web.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>What another price and speed of a plan would do is asked before anything is done: the figures are those of the lab's own lines, sessions and routers.</summary>
[Collection(LivePortalTests.Name)]
public sealed class ThinkingOfAnotherPlanTests(LivePages pages)
{
    /// <summary>BISNIS-100 of the sample ISP: few lines, in service for years.</summary>
    private static readonly Guid Plan = LabPlansStep.PlanId(4);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ToldIn("en", 1440)]
    [ToldIn("id", 390)]
    public async Task Figures_on_the_screen_are_those_of_the_lab(string language, int width)
    {
        TestBrowser.SkipWithoutOne();
        using var desk = await LiveDesk.OpenAsync(pages.Portal);
        var culture = CultureInfo.GetCultureInfo(language);
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await page.SetViewportSizeAsync(width, 900);
        await page.GotoAsync($"/plans/{Plan}");

        // The routers' profiles are read first: what is not known is counted as a step at the most.
        await page.Locator("#tab-routers").ClickAsync();
        await page.Locator(".tab-content .grid-tools-end button").ClickAsync();
        await Expect(page.Locator("[data-table=profiles] tr[data-state=InStep]")).ToHaveCountAsync(4);

        // The price alone: no router is touched and nobody is cut off.
        await page.Locator("#tab-what-if").ClickAsync();
        await page.Locator("#what-price").FillAsync("975.000");
        await AskAsync(page);
        var base_ = await desk.InDatabaseAsync(FiguresAsync);
        Assert.InRange(base_.Lines, 3, 60);
        await ExpectFigureAsync("what-subscribers", base_.Lines.ToString(CultureInfo.InvariantCulture));
        await ExpectFigureAsync("what-before", base_.Monthly.ToString(culture));
        await ExpectFigureAsync("what-after", Money.Idr(975_000L * base_.Lines).ToString(culture));
        await ExpectFigureAsync("what-steps", "0");
        await ExpectFigureAsync("what-kicks", "0");

        // A speed as well, felt in a window of the night: one profile a router, and every session that has it. Modems come and go meanwhile.
        await page.Locator("#what-down").FillAsync("150");
        await page.Locator("#what-up").FillAsync("75");
        await page.Locator("#what-timing").SelectOptionAsync("Window");

        // One that is not open now: what is open kicks at once.
        var opens = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta")).DateTime).AddHours(3).ToString("HH:00", CultureInfo.InvariantCulture);
        await page.Locator("#what-from").FillAsync(opens);
        await page.Locator("#what-to").FillAsync(opens[..3] + "45");
        await LivePages.PollUntilAsync(
            async () =>
            {
                var before = await desk.InDatabaseAsync(FiguresAsync);
                await AskAsync(page);
                var shown = await page.Locator("[data-figure=what-kicks]").InnerTextAsync();
                return shown == before.Sessions.ToString(CultureInfo.InvariantCulture) || shown == (await desk.InDatabaseAsync(FiguresAsync)).Sessions.ToString(CultureInfo.InvariantCulture);
            },
            TimeSpan.FromMilliseconds(LivePages.Soon),
            () => "The sessions on the screen are never those of the database.");
        var figures = await desk.InDatabaseAsync(FiguresAsync);
        Assert.InRange(figures.Sessions, 2, 60);
        await ExpectFigureAsync("what-steps", figures.Routers.ToString(CultureInfo.InvariantCulture));
        var table = page.Locator("[data-report=what-if] tbody tr");
        await Expect(table).ToHaveCountAsync(figures.Routers);
        var kicked = table.Filter(new LocatorFilterOptions { HasText = opens }).First;
        await Expect(kicked).ToBeVisibleAsync();
        Assert.Contains(opens, await kicked.InnerTextAsync(), StringComparison.Ordinal);
        await LivePages.ExpectToFitAsync(page);

        // At the next redial nobody is cut off at all.
        await page.Locator("#what-timing").SelectOptionAsync("NextRedial");
        await AskAsync(page);
        await ExpectFigureAsync("what-kicks", "0");

        // Only thought of: the plan, its price and every router are as they were.
        var plan = await desk.GetAsync($"plans/{Plan}");
        Assert.Equal((950_000, 100_000_000), (plan.GetProperty("plan").GetProperty("price").GetInt64(), plan.GetProperty("content").GetProperty("speed").GetProperty("downBitsPerSecond").GetInt64()));
        Assert.Equal("50M/100M", desk.OnRouter(0, "/ppp/profile", "BISNIS-100", "rate-limit"));
        await page.Context.CloseAsync();

        Task ExpectFigureAsync(string figure, string text) => Expect(page.Locator($"[data-figure={figure}]")).ToHaveTextAsync(text);
    }

    private static async Task AskAsync(IPage page)
    {
        await page.Locator(".what-if button[type=submit]").ClickAsync();
        await Expect(page.Locator(".what-if fieldset")).ToBeEnabledAsync();
        await Expect(page.Locator("[data-figure=what-kicks]")).ToBeVisibleAsync();
    }

    /// <summary>Counted another way than the product does: row by row, in memory.</summary>
    private static async Task<(int Lines, Money Monthly, int Sessions, int Routers)> FiguresAsync(PortalDbContext context)
    {
        var sold = await context.Set<Subscription>().AsNoTracking().Where(s => s.PlanId == Plan && s.Status != SubscriptionStatus.Terminated).ToListAsync(Token);
        var accounts = (await context.Set<AccessAccount>().AsNoTracking().Where(a => a.Profile == "BISNIS-100" && a.Service == AccessService.Pppoe).ToListAsync(Token)).ToDictionary(a => a.Id);
        var sessions = (await context.Set<SessionRecord>().AsNoTracking().Where(s => s.EndedAtUtc == null).ToListAsync(Token)).Where(s => accounts.ContainsKey(s.AccessId)).ToList();
        // Another scenario may have taken the last router's lines over; they are kept by hand and look like the plan.
        var byHand = await context.Set<DesiredAccessRecord>().AsNoTracking().CountAsync(w => w.KeptBy == null && w.Lifecycle == AccessLifecycle.Live && w.Profile == "BISNIS-100", Token);
        var routers = (await context.Set<Router>().AsNoTracking().Where(r => r.Enabled && r.RemovedAtUtc == null).Select(r => r.Id).ToListAsync(Token)).ToHashSet();
        var readings = await context.Set<RouterProfileReading>().AsNoTracking().Where(r => r.Service == AccessService.Pppoe && r.ReadAtUtc != null).ToListAsync(Token);
        return (
            sold.Count + byHand,
            sold.Aggregate(Money.Idr(950_000L * byHand), (sum, s) => sum + s.Price),
            sessions.Count,
            readings.Count(r => routers.Contains(r.RouterId) && r.ProfilesJson.Contains("\"BISNIS-100\"", StringComparison.Ordinal)));
    }
}
