using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>A clerk adds a customer who may be there already, two clerks change one at once, and two customers become one: in both languages.</summary>
[Collection(LivePortalTests.Name)]
public sealed class SigningACustomerUpTests(LivePages pages)
{
    private const string Clerk = "billing@lab.test";

    [Theory]
    [ToldIn("en", "Wayan Suastika", "0361 555 0101", "same phone", "Someone else saved this customer meanwhile")]
    [ToldIn("id", "Ketut Mahardika", "0361 555 0202", "telepon sama", "Orang lain telah menyimpan pelanggan ini")]
    public async Task A_customer_is_added_with_a_hint_found_changed_by_two_and_merged(string language, string name, string phone, string samePhone, string conflict)
    {
        var page = await pages.SignInAsync(Clerk, language);
        await AddAsync(page, name, phone, "Denpasar");
        var first = new Uri(page.Url).AbsolutePath;

        // The same person once more: the form says so while it is typed.
        await page.GotoAsync("/customers/new");
        await page.Locator("#customer-name").FillAsync(name.ToUpperInvariant());
        await page.Locator("#customer-phone").FillAsync("12345");
        await page.Locator(".form-actions .button-primary").ClickAsync();
        await Expect(page.Locator("#customer-phone-error")).ToBeVisibleAsync();
        await page.Locator("#customer-phone").FillAsync(phone.Replace("0361", "+62 361", StringComparison.Ordinal));
        await Expect(page.Locator(".duplicates")).ToContainTextAsync(samePhone);
        await Expect(page.Locator(".duplicates")).ToContainTextAsync(name);
        await page.Locator(".form-actions .button-primary").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(name.ToUpperInvariant());
        var second = new Uri(page.Url).AbsolutePath;

        // Two clerks at once: the second chooses, and nothing of the first one's is lost.
        var colleague = await page.Context.NewPageAsync();
        await colleague.GotoAsync($"{first}/edit");
        await Expect(colleague.Locator("#customer-city")).ToHaveValueAsync("Denpasar");
        await page.GotoAsync($"{first}/edit");
        await page.Locator("#customer-village").FillAsync("Sanur");
        await page.Locator(".form-actions .button-primary").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(name);
        await colleague.Locator("#customer-city").FillAsync("Badung");
        await colleague.Locator(".form-actions .button-primary").ClickAsync();
        await Expect(colleague.Locator(".conflict")).ToContainTextAsync(conflict);
        await Expect(colleague.Locator(".conflict tbody tr")).ToHaveCountAsync(2);
        await colleague.Locator(".conflict .button-primary").ClickAsync();
        await Expect(colleague.Locator(".facts")).ToContainTextAsync("Sanur, Badung");
        await colleague.CloseAsync();

        // Search by part, then one of the two goes into the other.
        await page.GotoAsync($"/customers?q={Uri.EscapeDataString(name[(name.IndexOf(' ', StringComparison.Ordinal) + 2)..])}");
        await Expect(page.Locator("a.cell-main")).ToHaveCountAsync(2);
        await page.GotoAsync(second);
        await page.Locator(".page-actions summary").ClickAsync();
        await page.Locator(".menu-items button").Nth(1).ClickAsync();
        await page.Locator("#merge-search").FillAsync(name[(name.IndexOf(' ', StringComparison.Ordinal) + 2)..]);
        await page.Locator(".pick").First.ClickAsync();
        await Expect(page.Locator(".merge-pair")).ToContainTextAsync(name);
        await page.Locator("#merge-reason").FillAsync("typed twice");
        await page.Locator(".dialog-form button[type=submit]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(name);
        await Expect(page.Locator(".account-list").First.Locator("li")).ToHaveCountAsync(2);
        await page.GotoAsync($"{first}?tab=timeline");
        await Expect(page.Locator(".timeline")).ToContainTextAsync("typed twice");
        await page.Context.CloseAsync();
    }

    private static async Task AddAsync(IPage page, string name, string phone, string city)
    {
        await page.GotoAsync("/customers/new");
        await page.Locator("#customer-name").FillAsync(name);
        await page.Locator("#customer-phone").FillAsync(phone);
        await page.Locator("#customer-city").FillAsync(city);
        await page.Locator(".form-actions .button-primary").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(name);
    }
}
