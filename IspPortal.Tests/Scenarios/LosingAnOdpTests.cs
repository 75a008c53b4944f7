using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>An excavator cuts the fibre to an ODP: one outage names it, and ends when the fibre is mended. On a portal of its own, because it mostly waits.</summary>
public sealed class LosingAnOdpTests(PagesWithoutAPast pages) : IClassFixture<PagesWithoutAPast>
{
    /// <summary>Keepalive, poll, and the time after which it is suspected.</summary>
    private const float SeenWithin = 90_000;

    /// <summary>It is sure 90 s after the first line went.</summary>
    private const float SureWithin = 120_000;

    /// <summary>Modems redial within a minute.</summary>
    private const float BackWithin = 150_000;

    // The last of their chains: nobody else's fibre passes them.
    [Theory]
    [ToldIn("en", "ODP-TAMBUN-01/04", "Cut", "Mend", "Suspected", "Confirmed", "Over")]
    [ToldIn("id", "ODP-BEKASI-01/04", "Putuskan", "Sambung", "Diduga", "Terkonfirmasi", "Selesai")]
    public async Task Its_lines_go_one_outage_names_it_and_ends_by_itself(string language, string odp, string cut, string mend, string suspected, string confirmed, string over)
    {
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await page.GotoAsync("/lab");
        await page.Locator("#lab-fibre").FillAsync(odp);
        await page.Locator(".lab-fibre button", new() { HasText = cut }).ClickAsync();
        await Expect(page.Locator(".lab-cut", new() { HasText = odp })).ToBeVisibleAsync();

        var outages = await page.Context.NewPageAsync();
        await outages.GotoAsync($"/outages?search={Uri.EscapeDataString(odp)}");
        var row = outages.Locator("tbody tr", new() { HasText = odp });
        await Expect(row).ToHaveCountAsync(1, new() { Timeout = SeenWithin });
        await Expect(row.Locator(".badge:visible", new() { HasText = suspected }).Or(row.Locator(".badge:visible", new() { HasText = confirmed }))).ToBeVisibleAsync();
        await Expect(row.Locator(".badge:visible", new() { HasText = confirmed })).ToBeVisibleAsync(new() { Timeout = SureWithin });

        await row.Locator("a.cell-main").ClickAsync();
        await Expect(outages.Locator("h1")).ToContainTextAsync(odp);
        await LivePages.ExpectSomeAsync(outages.Locator(".fact-line dd").Nth(1));
        Assert.True(await outages.Locator("tbody tr").CountAsync() >= 3);

        await page.Locator(".lab-cut", new() { HasText = odp }).Locator("button", new() { HasText = mend }).ClickAsync();
        await Expect(page.Locator(".lab-cut", new() { HasText = odp })).ToHaveCountAsync(0);
        await Expect(outages.Locator("h1 + .badge, .page-header .badge").First).ToContainTextAsync(over, new() { Timeout = BackWithin });
        await page.Context.CloseAsync();
    }
}
