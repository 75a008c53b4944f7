using System.Text.Json;
using Microsoft.Playwright;

namespace IspPortal.Tests.Browser;

/// <summary>Draws the map's sides, the plant, its light and its capacity, and an outage while a fibre is cut.</summary>
internal sealed class PlantScreens(IPage page, Func<IPage, string, string, Task> visit, Func<IPage, string, Task> shoot)
{
    private const string Cut = "ODP-BEKASI-01/04";

    private static readonly LocatorWaitForOptions WhileItIsSeen = new() { Timeout = 180_000 };

    public async Task DrawAsync(string suffix = "")
    {
        var odp = (await FirstAsync("odps?search=ODP-BEKASI-01/02")).GetProperty("id").GetString();
        var closure = (await FirstAsync("odps?search=ODP-BEKASI-01/01")).GetProperty("id").GetString();
        await visit(page, "odps" + suffix, "/plant/odps");
        await visit(page, "odp" + suffix, $"/plant/odps/{odp}");
        await visit(page, "splices" + suffix, $"/plant/nodes/{closure}/splices");
        await visit(page, "light" + suffix, "/plant/optics");
        await visit(page, "capacity" + suffix, "/plant/capacity");
        await visit(page, "plant-files" + suffix, "/plant/files");
        await visit(page, "map-odp" + suffix, $"/map?node={odp}&below=1");
        await page.Locator("[data-below] [data-line] .link-button").First.ClickAsync();
        await page.Locator("[data-panel=line]").WaitForAsync();
        var line = page.Url;
        await visit(page, "map-trace" + suffix, $"{line}&trace=1");
        await ShowOutageAsync(suffix);
    }

    /// <summary>Cuts an ODP off on the Lab page, draws what becomes of it, and mends it.</summary>
    private async Task ShowOutageAsync(string suffix)
    {
        await page.GotoAsync("/lab");
        await page.Locator("#lab-fibre").FillAsync(Cut);
        await page.Locator(".lab-fibre button").First.ClickAsync();
        await page.Locator(".lab-cut", new() { HasText = Cut }).WaitForAsync();
        await page.GotoAsync("/outages");
        var row = page.Locator("tbody tr", new() { HasText = Cut });
        await row.WaitForAsync(WhileItIsSeen);
        await shoot(page, "outages" + suffix);
        await row.Locator("a.cell-main").ClickAsync();
        await page.Locator("tbody tr").First.WaitForAsync();
        await shoot(page, "outage" + suffix);
        var odp = await FirstAsync("odps?search=" + Cut);
        await visit(page, "map-outage" + suffix, $"/map?node={odp.GetProperty("id").GetString()}&at={odp.GetProperty("latitude").GetRawText()},{odp.GetProperty("longitude").GetRawText()},17");
        await page.GotoAsync("/lab");
        await page.Locator(".lab-cut", new() { HasText = Cut }).Locator("button").ClickAsync();
        await page.Locator(".lab-cut", new() { HasText = Cut }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private async Task<JsonElement> FirstAsync(string path)
    {
        var answer = await page.APIRequest.GetAsync($"/api/v1/{path}&pageSize=1");
        Assert.True(answer.Ok, $"{path} answered {answer.Status}.");
        return (await answer.JsonAsync())!.Value.GetProperty("items")[0];
    }
}
