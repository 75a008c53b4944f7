using IspPortal.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>What a hand does on the map.</summary>
internal static class HandOnTheMap
{
    /// <summary>Draws a node at a place of the map; gives its mark.</summary>
    public static async Task<ILocator> PlaceAsync(IPage page, string kind, string name, int x, int y)
    {
        await page.Locator($"[data-draw={kind}]").ClickAsync();
        await Expect(page.Locator(".map-draw[data-mode=place]")).ToBeVisibleAsync();
        await page.Locator(".live-map").ClickAsync(new() { Position = new() { X = x, Y = y } });
        await page.Locator("#node-name").FillAsync(name);
        await SaveAsync(page);
        var mark = page.Locator($".live-map .mark-node[title*='{name}']");
        await Expect(mark.Locator(".mark-box")).ToBeVisibleAsync();
        return mark;
    }

    /// <summary>Draws a cable from mark to mark, with a bend between.</summary>
    public static async Task CableAsync(IPage page, ILocator from, ILocator to, string name)
    {
        await page.Locator("[data-draw=cable]").ClickAsync();
        await Expect(page.Locator(".map-draw[data-mode=cable]")).ToBeVisibleAsync();
        await ClickAtAsync(page, from);
        var end = (await to.Locator(".mark-box").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(end.X + 60, end.Y - 40, new() { Steps = 4 });
        await page.Mouse.ClickAsync(end.X + 60, end.Y - 40);
        await ClickAtAsync(page, to);
        await page.Locator("#cable-name").FillAsync(name);
        await SaveAsync(page);
    }

    /// <summary>Searches the map for something that is elsewhere, opens its panel, and waits until the flight there is over: its end is told to the address, which closes dialogs.</summary>
    public static async Task FindAsync(IPage page, string name, string panel)
    {
        var before = PlaceOf(page);
        await page.Locator("#map-search").FillAsync(name);
        await page.Locator("[data-pick]", new() { HasText = name }).First.ClickAsync();
        await Expect(page.Locator($"[data-panel={panel}] h2").First).ToHaveTextAsync(name);
        await LivePages.PollUntilAsync(() => Task.FromResult(PlaceOf(page) != before), TimeSpan.FromMilliseconds(LivePages.Soon), () => $"The map does not go to {name}: {page.Url}");
    }

    /// <summary>Clicks where a mark is, whatever lies over it.</summary>
    public static async Task ClickAtAsync(IPage page, ILocator mark)
    {
        var box = (await mark.Locator(".mark-box").BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.MoveAsync(x, y, new() { Steps = 4 });
        await page.Mouse.ClickAsync(x, y);
    }

    /// <summary>Sends the dialog that is open, and waits until it is gone.</summary>
    public static async Task SaveAsync(IPage page)
    {
        var dialog = page.Locator(".rz-dialog");
        List<string> told = [];
        page.Console += (_, message) => told.Add(message.Text);
        await dialog.Locator("button[type=submit]").ClickAsync();
        await LivePages.PollUntilAsync(
            async () =>
            {
                var texts = await dialog.AllInnerTextsAsync();
                told.AddRange(texts.Except(told));
                return texts.Count == 0;
            },
            TimeSpan.FromMilliseconds(LivePages.Soon),
            () => $"The dialog stays open; it and the browser say: {string.Join(" | ", told).ReplaceLineEndings(" ")}");
    }

    private static string? PlaceOf(IPage page) => System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)["at"];
}
