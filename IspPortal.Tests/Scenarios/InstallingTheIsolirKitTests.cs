using IspPortal.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>An administrator installs the isolir kit on a router and sees its check turn green; then keeps the router's configuration and asks what of it could be restored.</summary>
[Collection(LivePortalTests.Name)]
public sealed class InstallingTheIsolirKitTests(LivePages pages)
{
    // A modem of the lab dials within a minute, and the rest of the machine is busy.
    private const float CheckLimit = 180_000;

    [Fact]
    public async Task The_check_turns_from_red_to_green_and_the_router_is_kept()
    {
        var page = await pages.SignInAsync(LivePages.Administrator);
        await page.GotoAsync("/settings");
        await page.GetByLabel("Pay page address").FillAsync("10.255.255.10");
        await page.Locator("form", new() { Has = page.GetByLabel("Pay page address") }).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("Isolir saved")).ToBeVisibleAsync();

        await page.GotoAsync("/routers");
        await page.GetByRole(AriaRole.Link, new() { Name = "RTR-CIKARANG" }).First.ClickAsync();
        await page.Locator("#tab-isolir").ClickAsync();
        await Expect(page.GetByText("Not checked yet")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Check now" }).ClickAsync();
        await Expect(page.GetByText("Not proven")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan the installation" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply the plan" }).ClickAsync();
        await Expect(page.GetByText("The plan was applied.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Check now" }).ClickAsync();
        await Expect(page.GetByText("Proven: the pay page opens")).ToBeVisibleAsync(new() { Timeout = CheckLimit });

        await page.Locator("#tab-backups").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Back up now" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Restore part" }).ClickAsync();
        await Expect(page.GetByText("still holds everything")).ToBeVisibleAsync();
    }
}
