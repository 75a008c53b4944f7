using System.Globalization;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Browser;

public sealed class PlansInTheBrowserTests(PagesWithoutAPast pages) : IClassFixture<PagesWithoutAPast>
{
    [Theory]
    [ToldIn("en", "Service plans", "Scheduled")]
    [ToldIn("id", "Paket layanan", "Terjadwal")]
    public async Task A_plan_is_made_asked_about_priced_and_put_into_a_campaign(string language, string title, string scheduled)
    {
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await page.Locator(".navigation a[href='/plans']").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(title);
        await page.Locator("a[href='plans/new']").First.ClickAsync();
        var slug = $"UJI-{language}";
        await page.Locator("#plan-name").FillAsync($"Uji {language}");
        await page.Locator("#plan-slug").FillAsync(slug);
        await page.Locator("#plan-down").FillAsync("40");
        await page.Locator("#plan-up").FillAsync("20");
        await Expect(page.Locator("[data-figure=rate-limit]")).ToHaveTextAsync("rate-limit=\"20M/40M\"");
        await page.Locator("#plan-price").FillAsync("300.000");
        await page.Locator("form.form-page button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-figure=price]")).ToContainTextAsync(language == "id" ? "Rp 300.000" : "Rp 300,000");

        await page.Locator("#tab-what-if").ClickAsync();
        await page.Locator("#what-price").FillAsync("330.000");
        await page.Locator(".what-if button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-figure=what-subscribers]")).ToHaveTextAsync("0");

        await page.Locator("#tab-prices").ClickAsync();
        var day = TimeProvider.System.GetUtcNow().AddDays(40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await page.Locator("#price-from").FillAsync(day);
        await page.Locator("#next-price").FillAsync("330.000");
        await page.Locator(".price-form button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-price-state=Scheduled]")).ToContainTextAsync(scheduled);

        await page.GotoAsync("/speed-campaigns/new");
        await page.Locator("#campaign-name").FillAsync($"Kampanye {language}");
        await page.Locator("#campaign-from").FillAsync($"{day}T08:00");
        await page.Locator("#campaign-to").FillAsync($"{day}T20:00");
        await page.Locator($".plan-picker label:has-text('{slug}') input").CheckAsync();
        await page.Locator("form.form-page button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-campaign-state=Scheduled]")).ToContainTextAsync(scheduled);
        await page.Context.CloseAsync();
    }
}
