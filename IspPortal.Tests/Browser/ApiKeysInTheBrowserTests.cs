using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IspPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Browser;

[Collection(LivePortalTests.Name)]
public sealed class ApiKeysInTheBrowserTests(LivePages pages)
{
    [Theory]
    [ToldIn("en", "API keys", "Active", "Revoked")]
    [ToldIn("id", "Kunci API", "Aktif", "Dicabut")]
    public async Task A_key_is_made_seen_once_used_revoked_and_refused(string language, string title, string active, string revoked)
    {
        var token = TestContext.Current.CancellationToken;
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await page.Locator(".navigation a[href='/api-keys']").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(title);
        await page.Locator(".page-header .button-primary").ClickAsync();
        var name = $"Uji {language}";
        await page.Locator("#key-name").FillAsync(name);
        await page.Locator("[data-scope='routers.read']").ClickAsync();
        await Expect(page.Locator("[data-scope='routers.read']")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Locator(".dialog-actions button[type=submit]").ClickAsync();
        var secret = await page.Locator("[data-figure=secret]").InputValueAsync();
        Assert.Matches("^isp_[a-z2-9]{10}_[a-z2-9]{52}$", secret);
        await page.Locator(".dialog-actions .button-primary").ClickAsync();
        await Expect(page.Locator("[data-figure=secret]")).ToHaveCountAsync(0);

        using var client = new HttpClient { BaseAddress = new Uri(pages.Portal.Address) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/routers?pageSize=1", token)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/users", token)).StatusCode);

        await page.Locator($"tbody tr:has-text('{name}') a").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(name);
        await Expect(page.Locator(".page-header .badge")).ToContainTextAsync(active);
        await Expect(page.Locator(".facts")).ToContainTextAsync("127.0.0.1");
        Assert.DoesNotContain(secret, await page.ContentAsync(), StringComparison.Ordinal);

        await page.Locator(".page-header .button-danger").ClickAsync();
        await page.Locator(".dialog-form textarea").FillAsync("selesai");
        await page.Locator(".dialog-actions .button-danger").ClickAsync();
        await Expect(page.Locator(".page-header .badge")).ToContainTextAsync(revoked);
        await Expect(page.Locator("[data-figure=reason]")).ToHaveTextAsync("selesai");
        var refused = await client.GetAsync("/api/v1/routers?pageSize=1", token);
        Assert.Equal((HttpStatusCode.Unauthorized, "identity.api_key_invalid"), (refused.StatusCode, (await refused.Content.ReadFromJsonAsync<JsonElement>(token)).GetProperty("code").GetString()));
        await page.Context.CloseAsync();
    }
}
