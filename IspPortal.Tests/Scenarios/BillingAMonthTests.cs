using System.Text.RegularExpressions;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>Month end in a browser: a clerk has bills computed, looks at one, lets them go out and finds one in the list; a part is paid, the rest taken back, and the statement tells it all. In both languages.</summary>
public sealed class BillingAMonthTests(PagesWithoutAPast pages) : IClassFixture<PagesWithoutAPast>
{
    private static readonly Regex Number = new("^INV-", RegexOptions.None, TimeSpan.FromSeconds(1));
    private static readonly Regex Receipt = new("^KW-", RegexOptions.None, TimeSpan.FromSeconds(1));
    private static readonly Regex Nothing = new(@"^\s*Rp\s?0\s*$", RegexOptions.None, TimeSpan.FromSeconds(1));

    [Theory]
    [ToldIn("en", "Waiting for approval", "Done", 1440)]
    [ToldIn("id", "Menunggu persetujuan", "Selesai", 390)]
    public async Task Bills_are_looked_at_then_issued_and_found(string language, string waiting, string done, int width)
    {
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await page.SetViewportSizeAsync(width, 900);
        await page.GotoAsync("/billing/runs");
        await page.Locator("[data-act=new-run]").ClickAsync();
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-run-state=Waiting]")).ToBeVisibleAsync();
        await Expect(page.Locator(".page-header, header").GetByText(waiting).First).ToBeVisibleAsync();
        await LivePages.ExpectToFitAsync(page);
        if (language == "en")
        {
            // Whoever comes first finds bills; the other language finds that nothing is left.
            await page.Locator("tbody [data-act=preview]").First.ClickAsync();
            await Expect(page.Locator(".rz-dialog .bill-lines tbody tr").First).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator(".rz-dialog")).ToHaveCountAsync(0);
            await page.Locator("[data-act=approve]").ClickAsync();
            await page.Locator(".rz-dialog .button-primary").ClickAsync();
            await Expect(page.Locator("[data-run-state=Done]")).ToBeVisibleAsync();
            await Expect(page.GetByText(done).First).ToBeVisibleAsync();
            Assert.Equal(await page.Locator("[data-figure=accounts]").InnerTextAsync(), await page.Locator("[data-figure=billed]").InnerTextAsync());
        }
        else
        {
            await page.Locator("[data-act=discard]").ClickAsync();
            await page.Locator(".rz-dialog .button-danger").ClickAsync();
            await Expect(page.Locator("[data-run-state=Discarded]")).ToBeVisibleAsync();
        }

        if (language == "en")
        {
            await page.GotoAsync("/billing/invoices?kind=invoice");
            var first = page.Locator("tbody a.cell-main").First;
            await Expect(first).ToHaveTextAsync(Number);
            await first.ClickAsync();
        }
        else
        {
            await WriteOneAsync(page);
        }

        await Expect(page.Locator("h1")).ToHaveTextAsync(Number);
        var number = await page.Locator("h1").InnerTextAsync();
        await Expect(page.Locator("[data-invoice-actions]")).ToBeVisibleAsync();
        Assert.Equal(await page.Locator(".sheet-bar [data-figure=payable]").InnerTextAsync(), await page.Locator(".sheet-bar [data-figure=outstanding]").InnerTextAsync());
        await PayPartOfItAsync(page, number);
        await TakeTheRestBackAsync(page);
        await page.Locator(".page-summary a[href$='/statement']").ClickAsync();
        foreach (var document in new[] { number, "KW-", "CN-" })
        {
            await Expect(page.Locator("[data-statement] tbody").GetByText(document).First).ToBeVisibleAsync();
        }

        await LivePages.ExpectToFitAsync(page);
        await page.Context.CloseAsync();
    }

    private static async Task WriteOneAsync(IPage page)
    {
        await page.GotoAsync("/billing/invoices/new");
        await page.Locator("#bill-account").FillAsync("BA-");
        await page.Locator(".pick").First.ClickAsync();
        await page.Locator("#line-0-text").FillAsync("Kabel dan konektor");
        await page.Locator("#line-0-price").FillAsync("150.000");
        await Expect(page.Locator("[data-figure=sum]")).ToContainTextAsync("150.000");
        await page.Locator("[data-act=issue]").ClickAsync();
    }

    // Ten thousand of it, in cash.
    private static async Task PayPartOfItAsync(IPage page, string number)
    {
        await page.Locator("[data-act=pay]").ClickAsync();
        await Expect(page.Locator("[data-figure=due]")).ToBeVisibleAsync();
        await page.Locator("#payment-amount").FillAsync("10.000");
        await Expect(page.Locator("[data-plan-bill]").First).ToBeVisibleAsync();
        await LivePages.ExpectToFitAsync(page);
        await page.Locator("[data-act=book]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(Receipt);
        await page.Locator("[data-receipt] tbody a", new PageLocatorOptions { HasTextString = number }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(number);
    }

    private static async Task TakeTheRestBackAsync(IPage page)
    {
        await page.Locator("[data-act=credit]").ClickAsync();
        await Expect(page.Locator(".rz-dialog [data-credit-preview]")).ToBeVisibleAsync();
        await page.Locator("#credit-reason").FillAsync("Salah tagih");
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator(".rz-dialog")).ToHaveCountAsync(0);
        await Expect(page.Locator(".sheet-bar [data-figure=outstanding]")).ToHaveTextAsync(Nothing);
    }
}
