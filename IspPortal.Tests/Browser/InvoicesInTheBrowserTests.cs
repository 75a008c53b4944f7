using System.Text.Json;
using IspPortal.Infrastructure.Billing.Runs;
using IspPortal.Tests.Documents;
using IspPortal.Tests.Web.Support;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Browser;

public sealed class InvoicesInTheBrowserTests(PagesWithoutAPast pages) : IClassFixture<PagesWithoutAPast>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bill_is_looked_at_in_both_languages_printed_read_as_PDF_and_sent()
    {
        TestBrowser.SkipWithoutOne();
        using var desk = await LiveDesk.OpenAsync(pages.Portal);
        var id = (await desk.PostAsync("billing-runs", new { throughOn = LiveDesk.Today })).GetProperty("id").GetGuid();
        var run = await WhenAsync(desk, id, "waiting");
        await desk.PostAsync($"billing-runs/{id}/approve", new { version = run.GetProperty("version").GetInt64(), reason = "Sudah diperiksa" });
        await WhenAsync(desk, id, "done");
        var page = await pages.SignInAsync(LivePages.Administrator);

        await page.Locator(".navigation a[href='/billing/invoices']").ClickAsync();
        await page.Locator("tbody tr td a").First.ClickAsync();
        var sheet = page.Locator("[data-invoice]");
        await Expect(sheet).ToContainTextAsync("Terbilang");
        await Expect(sheet.Locator("[data-qris] svg")).ToBeVisibleAsync();
        await page.Locator("[data-sheet-language=en]").ClickAsync();
        await Expect(sheet).ToContainTextAsync("In words");
        var number = await sheet.Locator(".inv-no").InnerTextAsync();

        // Its own call of the print dialog is the one thing that runs there.
        var print = await page.RunAndWaitForPopupAsync(() => page.Locator("[data-act=print]").ClickAsync());
        await Expect(print.Locator("[data-invoice]")).ToContainTextAsync(number);
        await Expect(print.Locator("body")).ToHaveAttributeAsync("onload", "window.print()");
        await print.CloseAsync();
        var pdf = await page.APIRequest.GetAsync(new Uri(new Uri(pages.Portal.Address), await page.Locator("[data-act=pdf]").GetAttributeAsync("href")).ToString());
        Assert.Equal(("application/pdf", 200), (pdf.Headers["content-type"], pdf.Status));
        var text = PdfText.Dense(PdfText.Of(await pdf.BodyAsync()));
        Assert.All([number, "In words", "Page 1 of", "PT Contoh Nusantara Net"], words => Assert.Contains(PdfText.Dense(words), text, StringComparison.OrdinalIgnoreCase));

        await page.Locator("[data-act=send]").ClickAsync();
        await Expect(page.Locator(".rz-growl, .rz-notification").First).ToContainTextAsync(number);
        await page.Locator("[data-act=send]").ClickAsync();
        await Expect(page.Locator(".dialog-form")).ToContainTextAsync("went to the customer before");
        await page.SetViewportSizeAsync(390, 844);
        await page.ReloadAsync();
        await Expect(sheet).ToBeVisibleAsync();
        await LivePages.ExpectToFitAsync(page);
        await page.Context.CloseAsync();
    }

    // The portal's own job may be at it.
    private async Task<JsonElement> WhenAsync(LiveDesk desk, Guid run, string state)
    {
        var found = default(JsonElement);
        await LivePages.PollUntilAsync(
            async () =>
            {
                await pages.Portal.Services.GetRequiredService<BillingRunner>().RunAsync(Token);
                found = await desk.GetAsync($"billing-runs/{run}");
                return found.GetProperty("state").GetString() == state;
            },
            TimeSpan.FromMinutes(2),
            () => $"The run is {found}");
        return found;
    }
}
