using System.Globalization;
using System.Text;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>A clerk brings the customers of the old system in from a spreadsheet: in both languages, at a desk and on a phone.</summary>
[Collection(LivePortalTests.Name)]
public sealed class BringingCustomersInTests(LivePages pages)
{
    private const int Good = 290;
    private const int Wrong = 8;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ToldIn("en", 1440, "Zaenab", "MIG", "Phone: This is not a phone number.", "290 customers were made.", "Why not imported")]
    [ToldIn("id", 390, "Zulkarnaen", "PIN", "Telepon: Ini bukan nomor telepon.", "290 pelanggan telah dibuat.", "Alasan tidak diimpor")]
    public async Task A_spreadsheet_becomes_customers(string language, int width, string name, string code, string wrong, string done, string why)
    {
        var page = await pages.SignInAsync("billing@lab.test", language);
        await page.SetViewportSizeAsync(width, 844);
        await page.GotoAsync("/customers");
        await page.Locator(".page-actions summary").ClickAsync();
        await page.Locator(".page-actions a[href=customer-imports]").ClickAsync();
        await page.ChooseFileAsync("#customer-import-file", new FilePayload { Name = $"{code}.csv", MimeType = "text/csv", Buffer = FileOf(name, code) });
        await Expect(page.Locator("[data-file-ready]")).ToContainTextAsync($"{code}.csv");
        await page.Locator(".begin-import .button-primary").ClickAsync();

        // The columns are found by their names; the example stands beside each.
        await Expect(page.Locator("[data-import-state=Uploaded]")).ToBeVisibleAsync();
        await Expect(page.Locator("#map-externalCode")).ToHaveValueAsync("0");
        await Expect(page.Locator("#map-phone")).ToHaveValueAsync("2");
        await Expect(page.Locator(".import-map:has(#map-name) .import-example")).ToContainTextAsync(name);
        await page.Locator("#map-kind").SelectOptionAsync("=Business");
        await page.Locator("#import-tags").FillAsync("impor");
        await ExpectToFitAsync(page);
        await page.Locator(".form-actions .button-primary").ClickAsync();

        await Expect(page.Locator("[data-import-state=Checked]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-figure=new]")).ToHaveTextAsync("289");
        await Expect(page.Locator("[data-figure=possible]")).ToHaveTextAsync("1");
        await Expect(page.Locator("[data-figure=wrong]")).ToHaveTextAsync("8");
        await page.GotoAsync(page.Url + "?verdict=wrong");
        await Expect(page.Locator(".rz-grid-table tbody tr")).ToHaveCountAsync(Wrong);
        await Expect(page.Locator(".rz-grid-table tbody tr").First).ToContainTextAsync(wrong);
        await ExpectToFitAsync(page);

        // Brother and sister under one phone: made all the same.
        await page.GotoAsync(page.Url.Replace("verdict=wrong", "verdict=possible", StringComparison.Ordinal));
        await page.Locator(".rz-grid-table input[type=checkbox]").CheckAsync();
        await Expect(page.Locator(".page-actions .button-primary")).ToContainTextAsync("290");
        await page.Locator(".page-actions .button-primary").ClickAsync();
        await page.Locator(".dialog-form button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-import-state=Done]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-import-state=Done] .notice")).ToContainTextAsync(done);
        await ExpectToFitAsync(page);

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".import-file a").ClickAsync());
        var lines = await File.ReadAllLinesAsync((await download.PathAsync())!, Token);
        Assert.Equal(Wrong + 1, lines.Length);
        Assert.EndsWith(why, lines[0], StringComparison.Ordinal);
        Assert.Contains(wrong, lines[1], StringComparison.Ordinal);

        await page.GotoAsync($"/customers?tag=impor&q={code}-0100");
        await Expect(page.Locator("a.cell-main")).ToHaveCountAsync(1);
        await page.Locator("a.cell-main").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync(name);
        await Expect(page.Locator(".facts").First).ToContainTextAsync($"{code}-0100");
        await page.Context.CloseAsync();
    }

    private static async Task ExpectToFitAsync(IPage page) =>
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth"), "the page is wider than the screen");

    /// <summary>290 customers, the last two under one phone, and eight rows with a phone that is none.</summary>
    private static byte[] FileOf(string name, string code)
    {
        var text = new StringBuilder("Kode Pelanggan;Nama;No HP;Alamat;Kecamatan\r\n");
        for (var i = 1; i <= Good + Wrong; i++)
        {
            var phone = i > Good ? "0812" : string.Create(CultureInfo.InvariantCulture, $"08{(code == "MIG" ? 58 : 59)}7{Math.Min(i, Good - 1):0000000}");
            text.Append(CultureInfo.InvariantCulture, $"{code}-{i:0000};{name} {Word(i)};{phone};Jl. {name} {i};Setu\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Word(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => "bdgjklmnpr"[digit - '0'] + "a"));
}
