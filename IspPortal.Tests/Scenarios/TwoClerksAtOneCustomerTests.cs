using IspPortal.Core.Customers;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using IspPortal.Tests.Web.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>Two people at two desks have the same customer open: the second sees what the first saved, and nothing is lost.</summary>
[Collection(LivePortalTests.Name)]
public sealed class TwoClerksAtOneCustomerTests(LivePages pages)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ToldIn("en", 1440, "Someone else saved this customer meanwhile", "City", "Street")]
    [ToldIn("id", 390, "Orang lain telah menyimpan pelanggan ini", "Kota", "Jalan")]
    public async Task The_second_sees_both_versions_and_chooses_field_by_field(string language, int width, string conflict, string city, string street)
    {
        TestBrowser.SkipWithoutOne();
        using var desk = await LiveDesk.OpenAsync(pages.Portal);
        var name = $"Dua Petugas {language}";
        var (customer, _) = await desk.CustomerAsync(name, null, "Denpasar");
        var first = await pages.SignInAsync("billing@lab.test", language);
        var second = await pages.SignInAsync(LivePages.Administrator, language);
        foreach (var page in new[] { first, second })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.GotoAsync($"/customers/{customer}/edit");
            await Expect(page.Locator("#customer-city")).ToHaveValueAsync("Denpasar");
        }

        // The first changes three fields; the second changes two of them, and one that the first left alone.
        await first.Locator("#customer-city").FillAsync("Badung");
        await first.Locator("#customer-street").FillAsync("Jl. Mawar 1");
        await first.Locator("#customer-village").FillAsync("Sanur");
        await SaveAsync(first);
        await Expect(first.Locator("h1")).ToHaveTextAsync(name);
        await second.Locator("#customer-city").FillAsync("Gianyar");
        await second.Locator("#customer-street").FillAsync("Jl. Melati 2");
        await second.Locator("#customer-postal").FillAsync("80361");
        await SaveAsync(second);

        // Nothing was saved yet: both versions stand side by side.
        var panel = second.Locator(".conflict");
        await Expect(panel).ToContainTextAsync(conflict);
        await Expect(Row(city)).ToContainTextAsync("Gianyar");
        await Expect(Row(city)).ToContainTextAsync("Badung");
        await Expect(Row(street)).ToContainTextAsync("Jl. Melati 2");
        await Expect(Row(street)).ToContainTextAsync("Jl. Mawar 1");
        Assert.Equal(("Badung", "Jl. Mawar 1", null), await StoredAsync());
        await LivePages.ExpectToFitAsync(second);

        // Mine for the street, theirs for the city; what only one of the two touched is kept of both.
        await Row(city).Locator("input").Nth(1).CheckAsync();
        await panel.Locator(".button-primary").ClickAsync();
        await Expect(second.Locator("h1")).ToHaveTextAsync(name);
        Assert.Equal(("Badung", "Jl. Melati 2", "80361"), await StoredAsync());
        await Expect(second.Locator(".facts").First).ToContainTextAsync("Sanur");
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();

        ILocator Row(string field) => panel.Locator("tbody tr", new LocatorLocatorOptions { Has = second.Locator("th", new PageLocatorOptions { HasTextRegex = new($"^{field}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }) });

        Task<(string?, string?, string?)> StoredAsync() =>
            desk.InDatabaseAsync(async context => await context.Set<Customer>().AsNoTracking().SingleAsync(c => c.Id == customer, Token) is var stored ? (stored.City, stored.Street, stored.PostalCode) : default);
    }

    private static Task SaveAsync(IPage page) => page.Locator(".form-actions .button-primary").ClickAsync();
}
