using System.Globalization;
using System.Text;
using IspPortal.Tests.Web.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Browser;

/// <summary>A clerk brings an old invoice along: uploads a file, looks at the dry run, books it and sees it on the statement; in both languages, at a desk and on a phone.</summary>
public sealed class OpeningBalancesInTheBrowserTests(PagesWithoutAPast pages) : IClassFixture<PagesWithoutAPast>
{
    [Theory]
    [InlineData("en", 1440, "Ledger", "From the old system", "No customer has this code or number.")]
    [InlineData("id", 390, "Loket", "Dari sistem lama", "Tidak ada pelanggan dengan kode atau nomor ini.")]
    public async Task A_file_is_uploaded_looked_at_booked_and_stands_on_the_statement(string language, int width, string name, string origin, string wrong)
    {
        TestBrowser.SkipWithoutOne();
        using var desk = await LiveDesk.OpenAsync(pages.Portal);
        var (customer, account) = await desk.CustomerAsync($"Saldo {name}");
        var number = (await desk.GetAsync($"customers/{customer}")).GetProperty("row").GetProperty("number").GetString();
        var (old, day) = ($"LAMA/{name}/1", LiveDesk.Today.AddDays(-30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var file = $"Jenis,Kode pelanggan,Nomor lama,Tanggal lama,Jatuh tempo,Jumlah\ntagihan,{number},{old},{day},{day},166500\nkredit,{number},,,,20000\nkredit,TIDAK-ADA,,,,1\n";

        var page = await pages.SignInAsync("billing@lab.test", language);
        await page.SetViewportSizeAsync(width, 844);
        await page.GotoAsync("/billing/opening");
        await page.ChooseFileAsync("#opening-file", new FilePayload { Name = $"{name}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(file) });
        await Expect(page.Locator("[data-file-ready]")).ToContainTextAsync($"{name}.csv");
        await page.Locator("[data-act=upload]").ClickAsync();
        await Expect(page.Locator("[data-opening-state=Checked]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-figure=ready]")).ToHaveTextAsync("2");
        await Expect(page.Locator("[data-figure=wrong]")).ToHaveTextAsync("1");
        await Expect(page.Locator("[data-figure=difference]")).ToHaveTextAsync("Rp 0");
        await Expect(page.Locator("[data-opening-state]")).ToContainTextAsync(wrong);
        await LivePages.ExpectToFitAsync(page);

        await page.Locator("[data-act=book]").ClickAsync();
        await page.Locator(".dialog-form button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-opening-state=Booked]")).ToBeVisibleAsync();
        await LivePages.ExpectToFitAsync(page);

        await page.GotoAsync($"/billing/accounts/{account}/statement");
        await Expect(page.Locator("main")).ToContainTextAsync(old);
        await page.GotoAsync($"/billing/invoices?account={account}");
        await page.Locator("tbody tr a.cell-main").First.ClickAsync();
        await Expect(page.Locator("[data-origin=opening]")).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToContainTextAsync(origin);
        await page.Context.CloseAsync();
    }
}
