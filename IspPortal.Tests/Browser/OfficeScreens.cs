using Microsoft.Playwright;

namespace IspPortal.Tests.Browser;

/// <summary>Draws what the office works with: subscriptions, sign-ups, a change of many, the warehouse.</summary>
internal sealed class OfficeScreens(IPage page, Func<IPage, string, string, Task> visit, Func<IPage, string, Task> shoot)
{
    public async Task DrawAsync(string suffix = "")
    {
        await visit(page, "subscriptions" + suffix, "/subscriptions");
        await visit(page, "subscription" + suffix, $"/subscriptions/{await FirstAsync("subscriptions")}");
        await visit(page, "sign-up" + suffix, $"/sign-up/new?customer={await FirstAsync("customers?sort=name")}");
        await PreviewAsync("bulk-change" + suffix);
        await visit(page, "inventory" + suffix, "/inventory");
        await visit(page, "inventory-item" + suffix, $"/inventory/{await FirstAsync("inventory-items")}");
    }

    private async Task PreviewAsync(string name)
    {
        await page.GotoAsync("/subscriptions/bulk?status=active");
        await page.Locator("#bulk-plan").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        await page.Locator("#bulk-reason").FillAsync("Every home line becomes faster");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.Locator("[data-bulk-preview=true]").WaitForAsync();
        await shoot(page, name);
    }

    private async Task<string> FirstAsync(string path)
    {
        var answer = await page.APIRequest.GetAsync($"/api/v1/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}pageSize=1");
        Assert.True(answer.Ok, $"{path} answered {answer.Status}.");
        return (await answer.JsonAsync())!.Value.GetProperty("items")[0].GetProperty("id").GetString()!;
    }
}
