using Microsoft.Playwright;

namespace IspPortal.Tests.Browser;

/// <summary>Draws the pages of rules, maintenance, who is on call and who is told.</summary>
internal sealed class AlertScreens(IPage page, Func<IPage, string, string, Task> visit, Func<IPage, string, Task> shoot)
{
    public async Task DrawAsync(string suffix = "")
    {
        await visit(page, "alert-rules" + suffix, "/alerts/rules");
        await page.Locator("tbody tr", new() { HasText = "CPU" }).Locator("a.cell-main").ClickAsync();
        await page.Locator("[data-preview] button").ClickAsync();
        await page.Locator("[data-fired]").WaitForAsync();
        await shoot(page, "alert-rule" + suffix);
        await visit(page, "maintenance" + suffix, "/alerts/maintenance");
        await visit(page, "on-call" + suffix, "/alerts/on-call");
        await visit(page, "alert-policies" + suffix, "/alerts/policies");
    }
}
