using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>A clerk signs somebody up in two sittings, the modem dials in before anybody leaves, and the plan is changed for later: in both languages, once on a phone.</summary>
public sealed class SellingALineTests(PagesWithoutAPast pages) : IClassFixture<PagesWithoutAPast>
{
    private const string Clerk = "billing@lab.test";

    /// <summary>A modem of the lab dials within a minute, one that was refused a few times later, and the router is read every half minute.</summary>
    private const float DialsWithin = 180_000;

    [Theory]
    [ToldIn("en", 1440, "Made Sukarta", "0361 777 0101", "kill-made", "Waiting for installation", "Active")]
    [ToldIn("id", 390, "Nyoman Pastika", "0361 777 0202", "kill-nyoman", "Menunggu pemasangan", "Aktif")]
    public async Task From_a_stranger_to_a_working_line(string language, int width, string name, string phone, string username, string pending, string active)
    {
        var page = await pages.SignInAsync(Clerk, language);
        await page.SetViewportSizeAsync(width, 900);

        // Who and where. What is missing is told at its field.
        await page.GotoAsync("/sign-up/new");
        await page.Locator(".segmented label").Nth(1).ClickAsync();
        await page.Locator("#new-phone").FillAsync(phone);
        await NextAsync(page);
        await Expect(page.Locator("#new-name-error")).ToBeVisibleAsync();
        await page.Locator("#new-name").FillAsync(name);
        await page.Locator("#new-street").FillAsync("Jl. Melati No. 3");
        await page.Locator("#new-city").FillAsync("Kota Bekasi");
        await NextAsync(page);
        await page.Locator(".place-picker .map.leaflet-container").ClickAsync(new LocatorClickOptions { Position = new Position { X = 150, Y = 140 } });
        await Expect(page.Locator("#place-latitude")).Not.ToHaveValueAsync("");
        await NextAsync(page);

        // What, and over which router: the nearest is chosen.
        await NextAsync(page);
        await Expect(page.Locator(".sign-up .field-error")).ToBeVisibleAsync();
        await page.Locator(".choice", new PageLocatorOptions { HasText = "Home 20 Mbps" }).ClickAsync();
        await Expect(page.Locator(".sign-up-summary")).ToContainTextAsync("Home 20 Mbps");

        // Beside the plan a rented device, with a coupon that does not exist at first.
        await page.Locator("[data-offers=add-ons] .choice", new PageLocatorOptions { HasText = "Sewa ONT" }).ClickAsync();
        await Expect(page.Locator(".sign-up-summary")).ToContainTextAsync("Sewa ONT");
        await page.Locator("#offer-coupon").FillAsync("HALO5");
        await NextAsync(page);
        await Expect(page.Locator(".choice[data-chosen]:has(input[name=router])")).ToContainTextAsync("km");
        await page.Locator("#line-username").FillAsync(username);
        await NextAsync(page);
        await Expect(page.Locator("#pay-account")).ToBeVisibleAsync();

        // Interrupted, and gone on with from the list.
        await page.GotoAsync("/sign-up");
        await page.Locator("a.cell-main", new PageLocatorOptions { HasText = name }).ClickAsync();
        await Expect(page.Locator(".stepper li[data-state=now]")).ToContainTextAsync("5");
        await Expect(page.Locator(".sign-up-summary")).ToContainTextAsync("Home 20 Mbps");
        await Expect(page.Locator(".sign-up-summary")).ToContainTextAsync("Sewa ONT");
        await NextAsync(page);

        // Nobody has that coupon: said above the button; put right on its step, the sale goes through.
        await Expect(page.Locator(".sign-up .error-panel")).ToBeVisibleAsync();
        await page.Locator(".stepper button").Nth(2).ClickAsync();
        await page.Locator("#offer-coupon").FillAsync("halo50");
        await NextAsync(page);
        await Expect(page.Locator("#line-username")).ToHaveValueAsync(username);
        await NextAsync(page);
        await NextAsync(page);

        // Sold: the password is shown once.
        await Expect(page.Locator("[data-once-password]")).ToBeVisibleAsync();
        Assert.Equal(10, (await page.Locator("[data-once-password]").InnerTextAsync()).Length);
        await page.Locator(".once-password .button-primary").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(username);
        await Expect(page.Locator(".page-header")).ToContainTextAsync(pending);
        await Expect(page.Locator("#offers")).ToContainTextAsync("Sewa ONT");
        await Expect(page.Locator("#offers")).ToContainTextAsync("Pelanggan baru diskon 50 %");

        // Activated: the router is told, the modem dials in, and the page ticks it off by itself.
        await page.Locator(".page-actions .button-primary").ClickAsync();
        await Expect(page.Locator(".checklist li[data-done]")).ToHaveCountAsync(3);
        await Expect(page.Locator(".activation")).ToHaveAttributeAsync("data-online", "true", new LocatorAssertionsToHaveAttributeOptions { Timeout = DialsWithin });
        await Expect(page.Locator(".page-header")).ToContainTextAsync(active);

        // A faster plan with the next period, and back again.
        await page.Locator(".page-actions .button-primary").ClickAsync();
        await page.Locator("#change-plan").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        await page.Locator("#change-moment").SelectOptionAsync("NextPeriod");
        await Expect(page.Locator(".dialog-form .notice")).ToContainTextAsync("Rp");
        await page.Locator(".dialog-form button[type=submit]").ClickAsync();
        await Expect(page.Locator("#ahead .button-small")).ToBeVisibleAsync();
        await page.Locator("#ahead .button-small").ClickAsync();
        await Expect(page.Locator("#ahead .button-small")).ToHaveCountAsync(0);

        // It stands where people look for it.
        await page.GotoAsync($"/subscriptions?q={username}");
        await Expect(page.Locator("a.cell-main")).ToHaveTextAsync(username);
        await page.Locator("a.cell-main").ClickAsync();
        await page.Locator("#tab-history").ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(6);
        await page.Context.CloseAsync();
    }

    private static Task NextAsync(IPage page) => page.Locator(".form-actions button[type=submit]").ClickAsync();
}
