using System.Net.Http.Json;
using System.Text;
using IspPortal.Tests.Api;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Customers.Documents;
using IspPortal.Tests.Support;
using IspPortal.Tests.Web.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>A clerk adds papers of a customer, looks at them and judges them: in both languages, at a desk and on a phone.</summary>
[Collection(LivePortalTests.Name)]
public sealed class KeepingACustomersPapersTests(LivePages pages)
{
    private const string Clerk = "billing@lab.test";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ToldIn("en", 1440, "Made Sukarta", "This is neither JPG nor PNG nor PDF.", "To be checked", "Verified", "Rejected: too dark", "Document rejected: photo of the house", "Expired")]
    [ToldIn("id", 390, "Nyoman Adi", "Ini bukan JPG, PNG, atau PDF.", "Belum diperiksa", "Terverifikasi", "Ditolak: too dark", "Dokumen ditolak: foto rumah", "Kedaluwarsa")]
    public async Task Papers_are_added_looked_at_and_judged(string language, int width, string name, string wrongType, string pending, string verified, string rejected, string told, string expired)
    {
        var page = await pages.SignInAsync(Clerk, language);
        await page.GotoAsync("/customers/new");
        await page.Locator("#customer-name").FillAsync(name);
        await page.Locator(".form-actions .button-primary").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(name);
        await page.SetViewportSizeAsync(width, 844);
        var customer = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{customer}?tab=documents");

        // A program that calls itself a photo.
        await page.Locator("[data-add-document]").ClickAsync();
        await page.ChooseFileAsync("#document-file", new FilePayload { Name = "ktp.jpg", MimeType = "image/jpeg", Buffer = Encoding.ASCII.GetBytes("MZ not a photo at all") });
        await Expect(page.Locator("[data-file-ready]")).ToContainTextAsync("ktp.jpg");
        await page.Locator(".document-form button[type=submit]").ClickAsync();
        await Expect(page.Locator("#document-file-error")).ToHaveTextAsync(wrongType);

        // The same form with a real one, as a phone's camera gives it; its last day is over.
        await page.ChooseFileAsync("#document-camera", new FilePayload { Name = "foto.png", MimeType = "image/png", Buffer = SampleFiles.Png(640, 400) });
        await Expect(page.Locator(".document-chosen img")).ToBeVisibleAsync();
        await page.Locator("#document-expires").FillAsync("2020-01-31");
        await page.Locator(".document-form button[type=submit]").ClickAsync();
        var card = page.Locator("[data-document=IdentityCard]");
        await Expect(card).ToContainTextAsync(pending);
        await Expect(card).ToContainTextAsync(expired);

        // Nothing is shown before it is asked for; then the real pixels are there.
        await Expect(card.Locator("img")).ToHaveCountAsync(0);
        await card.Locator("button.document-tile").ClickAsync();
        await Expect(card.Locator("img")).ToBeVisibleAsync();
        await LivePages.PollUntilAsync(async () => await card.Locator("img").EvaluateAsync<int>("picture => picture.naturalWidth") == 640, TimeSpan.FromSeconds(30), () => "The picture does not come.");
        await card.Locator("button.document-tile").ClickAsync();
        await card.Locator("[data-verify]").ClickAsync();
        await Expect(card).ToContainTextAsync(verified);

        await page.Locator("[data-add-document]").ClickAsync();
        await page.Locator("#document-kind").SelectOptionAsync("HousePhoto");
        await page.ChooseFileAsync("#document-file", new FilePayload { Name = "rumah.jpg", MimeType = "image/jpeg", Buffer = SampleFiles.Jpeg() });
        await Expect(page.Locator("[data-file-ready]")).ToContainTextAsync("rumah.jpg");
        await page.Locator(".document-form button[type=submit]").ClickAsync();
        var house = page.Locator("[data-document=HousePhoto]");
        await house.Locator("[data-reject]").ClickAsync();
        await page.Locator(".dialog-form textarea").FillAsync("too dark");
        await page.Locator(".dialog-form button[type=submit]").ClickAsync();
        await Expect(house).ToContainTextAsync(rejected);
        await LivePages.ExpectToFitAsync(page);

        await page.GotoAsync($"{customer}?tab=timeline&what=document");
        await Expect(page.Locator(".timeline")).ToContainTextAsync(told);
        await page.GotoAsync($"/documents?expiry=expired&q={Uri.EscapeDataString(name)}");
        await Expect(page.Locator("a.cell-main")).ToHaveCountAsync(1);
        await page.GotoAsync($"/documents?state=rejected&q={Uri.EscapeDataString(name)}");
        await Expect(page.Locator("a.cell-main")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    /// <summary>On the real server: a test server knows no limits.</summary>
    [Fact]
    public async Task A_large_photo_goes_through_and_one_beyond_every_setting_is_cut_off()
    {
        TestBrowser.SkipWithoutOne();
        using var client = new HttpClient { BaseAddress = new Uri(pages.Portal.Address) };
        using var signedIn = await client.PostAsJsonAsync("api/v1/auth/token", new { email = Clerk, password = "Lab-2026!" }, Token);
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await ApiHost.BodyAsync(signedIn)).GetProperty("accessToken").GetString());
        var customer = (await ApiHost.BodyAsync(await client.GetAsync("api/v1/customers?pageSize=1&sort=number", Token))).GetProperty("items")[0].GetProperty("id").GetString()!;

        async Task<HttpResponseMessage> SendAsync(byte[] file)
        {
            using var form = new MultipartFormDataContent { { new StringContent(customer), "customerId" }, { new StringContent("contract"), "kind" }, { new ByteArrayContent(file), "file", "a.png" } };
            return await client.PostAsync("api/v1/documents", form, Token);
        }

        var large = SampleFiles.Png(1850, 1850);
        Assert.InRange(large.Length, 9 * 1024 * 1024, 10 * 1024 * 1024);
        await ApiHost.BodyAsync(await SendAsync(large), 201);
        await ApiHost.ProblemAsync(await SendAsync(new byte[11 * 1024 * 1024]), 422, "documents.too_large");

        // The server stops reading: the caller gets its answer, or finds the connection closed while it still sends.
        try
        {
            await ApiHost.ProblemAsync(await SendAsync(new byte[40 * 1024 * 1024]), 413, "common.body_too_large");
        }
        catch (HttpRequestException exception) when (exception.InnerException is IOException)
        {
            Assert.NotNull(exception.InnerException);
        }
    }
}
