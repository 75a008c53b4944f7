using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>An operator prepares and adds a router, tests it, pings from it and ends a session on it.</summary>
[Collection(LivePortalTests.Name)]
public sealed class WorkingOnARouterTests(LivePages pages)
{
    [Fact]
    public async Task A_router_is_prepared_tested_added_pinged_from_and_a_session_on_it_ended()
    {
        var page = await pages.SignInAsync(LivePages.Administrator, "en");
        await page.GotoAsync("/routers/prepare");
        await page.Locator("#prepare-address").FillAsync("203.0.113.10");
        await Expect(page.Locator(".commands").First).ToContainTextAsync("/ip service set api-ssl port=8729 address=203.0.113.10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use in the form" }).ClickAsync();

        await Expect(page.Locator("#router-username")).ToHaveValueAsync("isp-portal");
        await Expect(page.Locator("#router-port")).ToHaveValueAsync("8729");
        await page.Locator("#router-name").FillAsync("RTR-ADDED");
        await page.Locator("#router-host").FillAsync("127.0.0.1");
        await page.Locator("#router-port").FillAsync(pages.Portal.Lab.Routers()[0].TlsPort.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.Locator("#router-username").FillAsync(LabRouters.User);
        await page.Locator("#router-password").FillAsync(LabRouters.Password);
        await page.Locator(".test-row button").ClickAsync();
        await Expect(page.Locator(".test-facts")).ToContainTextAsync("level 6: no limit of sessions");
        await Expect(page.Locator(".advice")).ToContainTextAsync("The group full may do everything");
        await page.Locator("button[type=submit]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("RTR-ADDED");

        var router = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{router}?tab=tools");
        await page.Locator("#tool-address").FillAsync("1.1.1.1");
        await page.Locator("#tool-count").FillAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ping", Exact = true }).ClickAsync();
        await Expect(page.Locator("#ping-replies tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator("#ping-replies")).ToContainTextAsync("ms");

        await page.GotoAsync($"{router}?tab=operate&table=active");
        var row = page.Locator(".grid tbody tr").First;
        await row.GetByRole(AriaRole.Button, new() { Name = "End session" }).ClickAsync();
        await page.Locator(".dialog-form button[type=submit]").ClickAsync();
        await Expect(page.Locator(".rz-notification")).ToContainTextAsync("ended");

        await page.GotoAsync("/events");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Events");
        await Expect(page.Locator(".grid tbody tr").First).ToBeVisibleAsync();

        await RemovedRouter.RemoveAsync(page, router);
        await page.Context.CloseAsync();
    }
}
