using IspPortal.Infrastructure.Lab.Seeding;
using Microsoft.Playwright;

namespace IspPortal.Tests.Browser;

/// <summary>Draws the pages of history, dashboards, reports and messages.</summary>
internal sealed class ReportScreens(IPage page, Func<IPage, string, string, Task> visit, Func<IPage, string, Task> shoot)
{
    public async Task DrawAsync(string suffix = "")
    {
        await visit(page, "history" + suffix, $"/subscribers/{LabLines.AccessId(3)}?range=7d&compare=week");
        foreach (var (name, path) in new[]
        {
            ("top-talkers", "/analytics/top-talkers"), ("interface-capacity", "/analytics/capacity"), ("availability", "/analytics/availability"), ("busy-hours", "/analytics/busy-hours"),
            ("messages", "/messages"), ("message-texts", "/message-templates"), ("message-text", "/message-templates/usage.quota_80"), ("senders", "/message-senders"),
        })
        {
            await visit(page, name + suffix, path);
        }

        await page.GotoAsync($"/subscriptions?plan={LabQuotaStep.PlanId}");
        await page.Locator("tbody tr").First.ClickAsync();
        await page.Locator("#quota").WaitForAsync();
        await page.Locator("#quota").ScrollIntoViewIfNeededAsync();
        await shoot(page, "quota" + suffix);
        await page.GotoAsync("/dashboards");
        await page.Locator("tbody tr").First.ClickAsync();
        await page.Locator(".apexcharts-series path").First.WaitForAsync();
        await shoot(page, "dashboard" + suffix);
        await visit(page, "reports" + suffix, "/reports");
    }
}
