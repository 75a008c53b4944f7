using Microsoft.Playwright;

namespace IspPortal.Tests.Browser;

/// <summary>Draws what billing works with: bills and their runs, money in, late payers, the books.</summary>
internal sealed class BillingScreens(IPage page, Func<IPage, string, string, Task> visit, Func<IPage, string, Task> shoot)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public async Task DrawAsync(string suffix = "")
    {
        await UntilBilledAsync();
        await visit(page, "billing-runs" + suffix, "/billing/runs");
        await page.Locator("tbody a.cell-main").First.ClickAsync();
        await page.Locator("[data-run-state=Done]").WaitForAsync();
        await shoot(page, "billing-run" + suffix);
        await visit(page, "invoices" + suffix, "/billing/invoices?kind=invoice");
        await page.GotoAsync("/billing/invoices?kind=invoice&overdue=yes");
        await page.Locator("tbody a.cell-main").First.ClickAsync();
        await page.Locator("[data-invoice]").WaitForAsync();
        await shoot(page, "invoice" + suffix);
        await page.Locator("[data-act=pay]").ClickAsync();
        await page.Locator("[data-figure=due]").WaitForAsync();
        await shoot(page, "record-payment" + suffix);
        foreach (var (name, path) in new[]
        {
            ("receipts", "/billing/receipts"), ("ageing", "/billing/ageing"), ("dunning", "/billing/dunning"), ("ledger", "/billing/ledger"), ("trial-balance", "/billing/trial-balance"), ("tax", "/billing/tax"),
            ("revenue", "/billing/revenue"), ("leaks", "/billing/leaks"),
        })
        {
            await visit(page, name + suffix, path);
        }

        await page.GotoAsync("/billing/ageing");
        await page.Locator("tbody a.cell-main[href$='/statement']").First.ClickAsync();
        await page.Locator("[data-statement]").WaitForAsync();
        await shoot(page, "statement" + suffix);
        await DrawIsolirAsync("isolir-run" + suffix);
    }

    // Only looked at: it is thrown away, so that the next who draws finds none of today.
    private async Task DrawIsolirAsync(string name)
    {
        await page.GotoAsync("/billing/isolir");
        await page.Locator("[data-act=new-run]").ClickAsync();
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await page.Locator("[data-run-state=Waiting]").WaitForAsync();
        await page.Locator("tbody tr").First.WaitForAsync();
        await shoot(page, name);
        await page.Locator("[data-act=discard]").ClickAsync();
        await page.Locator(".rz-dialog .button-danger").ClickAsync();
        await page.Locator("[data-run-state=Discarded]").WaitForAsync();
    }

    // The lab's past months are billed in the background.
    private async Task UntilBilledAsync()
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await page.APIRequest.GetAsync("/api/v1/receipts?pageSize=1");
            var runs = await page.APIRequest.GetAsync("/api/v1/billing-runs?pageSize=2");
            if (answer.Ok && runs.Ok && (await runs.JsonAsync())!.Value.GetProperty("items").EnumerateArray().Count(run => run.GetProperty("state").GetString() == "done") == 2
                && (await answer.JsonAsync())!.Value.GetProperty("totalCount").GetInt64() > 0)
            {
                return;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, "The lab's bills were not written in time.");
            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }
}
