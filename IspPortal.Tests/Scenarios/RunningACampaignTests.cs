using System.Globalization;
using System.Text.Json;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using IspPortal.Tests.Web.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>
/// A speed campaign is made, begins, and goes back by itself, for a plan whose profile many share and for one whose lines have a speed each. Its plans are of the scenario's own or are read
/// by no other; sessions feel it with their next redial, so that nobody is cut off.
/// </summary>
[Collection(LivePortalTests.Name)]
public sealed class RunningACampaignTests(LivePages pages)
{
    private const int Router = 1;
    private const string Queues = "/queue/simple";
    private const string Profiles = "/ppp/profile";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ToldIn("en", 1440, 0, "5M/10M", "10M/20M", "10.251.1", "Scheduled", "Running", "Ended", "left alone")]
    [ToldIn("id", 390, 2, "15M/30M", "30M/60M", "10.251.2", "Terjadwal", "Berjalan", "Selesai", "dibiarkan")]
    public async Task It_speeds_lines_up_goes_back_by_itself_and_leaves_bills_and_moved_lines_alone(
        string language, int width, int sharedPlan, string usual, string faster, string network, string scheduled, string running, string ended, string leftAlone)
    {
        TestBrowser.SkipWithoutOne();
        using var desk = await LiveDesk.OpenAsync(pages.Portal);
        var profile = sharedPlan == 0 ? "HOME-10" : "HOME-30";
        var (slow, other) = (await PlanAsync(desk, $"KAMP-{language}", 10), await PlanAsync(desk, $"KAMP-LAIN-{language}", 30));
        var (_, account) = await desk.CustomerAsync($"Kampanye {language}");
        var (stays, moves) = ($"kampanye-{language}-tetap", $"kampanye-{language}-pindah");
        var (staying, moving) = (await desk.SellAsync(account, slow, Router, stays, $"{network}.1"), await desk.SellAsync(account, slow, Router, moves, $"{network}.2"));
        foreach (var name in new[] { stays, moves })
        {
            await desk.UntilOnRouterAsync(Router, Queues, name, "max-limit", "5000000/10000000");
        }

        Assert.Equal(usual, desk.OnRouter(Router, Profiles, profile, "rate-limit"));
        var terms = TermsOf(await desk.SubscriptionAsync(staying));

        // Made on the page: from this minute on, for two days.
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await page.SetViewportSizeAsync(width, 900);
        await page.GotoAsync("/speed-campaigns/new");
        var now = TimeProvider.System.GetUtcNow().AddHours(7);
        await page.Locator("#campaign-name").FillAsync($"Libur {language}");
        await page.Locator("#campaign-from").FillAsync(now.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await page.Locator("#campaign-to").FillAsync(now.AddDays(2).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await Expect(page.Locator("#campaign-factor")).ToHaveValueAsync("200");
        await page.Locator("#kick-timing").SelectOptionAsync("NextRedial");
        await page.Locator(".plan-picker label", new PageLocatorOptions { Has = page.Locator($"small:text-is('KAMP-{language}')") }).Locator("input").CheckAsync();
        await page.Locator(".plan-picker label", new PageLocatorOptions { Has = page.Locator($"small:text-is('{profile}')") }).Locator("input").CheckAsync();
        await page.Locator("form.form-page button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-campaign-state]")).ToContainTextAsync(scheduled);
        var campaign = Guid.Parse(new Uri(page.Url).Segments[^1]);
        await Expect(page.Locator("[data-figure=changes]")).ToHaveTextAsync("0");

        // It begins; the page follows by itself, and the router has the profile and the lines faster.
        await desk.RunJobAsync("run-speed-campaigns");
        await Expect(page.Locator("[data-campaign-state=Running]")).ToContainTextAsync(running);
        await desk.UntilOnRouterAsync(Router, Profiles, profile, "rate-limit", faster);
        await desk.UntilOnRouterAsync(Router, Queues, stays, "max-limit", "10000000/20000000");
        await desk.UntilOnRouterAsync(Router, Queues, moves, "max-limit", "10000000/20000000");
        await Expect(Change(page, stays)).ToContainTextAsync("10M/20M");
        await Expect(Change(page, profile).First).ToContainTextAsync(faster);
        Assert.Equal("50M/100M", desk.OnRouter(Router, Profiles, "BISNIS-100", "rate-limit"));
        await LivePages.ExpectToFitAsync(page);

        // One line gets another plan meanwhile.
        var price = (await desk.GetAsync($"plans/{other}/prices"))[0].GetProperty("id").GetGuid();
        await desk.ActAsync(moving, "change-plan", version => new { version, planId = other, priceId = price, moment = "now" });
        await desk.UntilOnRouterAsync(Router, Queues, moves, "max-limit", "15000000/30000000");

        // The two days are not waited for: its end is moved to now.
        var passed = TimeProvider.System.GetUtcNow().UtcDateTime;
        await desk.InDatabaseAsync(context => context.Set<SpeedCampaign>().Where(c => c.Id == campaign).ExecuteUpdateAsync(set => set.SetProperty(c => c.EndsAtUtc, passed), Token));
        await desk.RunJobAsync("run-speed-campaigns");
        await Expect(page.Locator("[data-campaign-state=Ended]")).ToContainTextAsync(ended);
        await desk.UntilOnRouterAsync(Router, Profiles, profile, "rate-limit", usual);
        await desk.UntilOnRouterAsync(Router, Queues, stays, "max-limit", "5000000/10000000");
        Assert.Equal("15000000/30000000", desk.OnRouter(Router, Queues, moves, "max-limit"));
        await Expect(Change(page, moves)).ToContainTextAsync(leftAlone);
        await Expect(Change(page, stays)).Not.ToContainTextAsync(leftAlone);

        // What is paid was never touched, and no line was ever anything but in service.
        Assert.Equal(terms, TermsOf(await desk.SubscriptionAsync(staying)));
        var history = (await desk.GetAsync($"subscriptions/{staying}/history")).GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()).ToHashSet();
        Assert.Equal(new HashSet<string?> { "sold", "activated" }, history);
        await page.Context.CloseAsync();
    }

    private static ILocator Change(IPage page, string subject) =>
        page.Locator("main tbody tr", new PageLocatorOptions { Has = page.Locator($":text-is('{subject}')") });

    /// <summary>Static lines have no profile that a router would have to know first.</summary>
    private static async Task<Guid> PlanAsync(LiveDesk desk, string slug, int megabits)
    {
        var plan = await desk.PostAsync("plans", new
        {
            name = $"Kampanye {slug}", slug, service = "static", speed = new { downBitsPerSecond = megabits * 1_000_000, upBitsPerSecond = megabits * 500_000 }, payment = "postpaid", terms = new { price = 400_000 },
        });
        return plan.GetProperty("plan").GetProperty("id").GetGuid();
    }

    private static string TermsOf(JsonElement subscription) =>
        JsonSerializer.Serialize(new { row = subscription.GetProperty("row").GetProperty("price"), terms = subscription.GetProperty("terms"), ends = subscription.GetProperty("row").GetProperty("endsOn") });
}
