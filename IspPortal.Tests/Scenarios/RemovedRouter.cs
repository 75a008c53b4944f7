using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>Takes a router out again that a scenario added: the portal is shared with other scenarios, which count its routers, lines and alerts.</summary>
internal static class RemovedRouter
{
    /// <summary>Plays a scenario and removes its router, whether it went well or not; what went wrong in the scenario is what fails.</summary>
    public static async Task AfterAsync(IPage page, string router, Func<Task> scenario)
    {
        try
        {
            await scenario();
        }
        catch
        {
            try
            {
                await RemoveAsync(page, router);
            }
            catch (Exception exception) when (exception is TimeoutException or PlaywrightException)
            {
                // The first failure says more.
            }

            throw;
        }

        await RemoveAsync(page, router);
    }

    /// <summary>From the router's page; lines that it serves end with it, which the page asks for by itself.</summary>
    public static async Task RemoveAsync(IPage page, string router)
    {
        await page.GotoAsync(router);
        await page.Locator(".page-actions summary").ClickAsync();
        await page.Locator(".menu-danger").ClickAsync();
        await page.Locator(".dialog-form textarea").FillAsync("was only tried");
        await page.Locator(".dialog-form button[type=submit]").ClickAsync();
        await Expect(page.Locator(".dialog-form textarea")).ToHaveCountAsync(0);
        await Expect(page.Locator(".dialog-form, a[href='routers/new']").First).ToBeVisibleAsync();
        if (await page.Locator(".dialog-form").IsVisibleAsync())
        {
            await page.Locator(".dialog-form button[type=submit]").ClickAsync();
        }

        await Expect(page.Locator("a[href='routers/new'], .error-panel").First).ToBeVisibleAsync();
        Assert.Equal("/routers", new Uri(page.Url).AbsolutePath + string.Concat(await page.Locator(".error-panel").AllInnerTextsAsync()));
    }
}
