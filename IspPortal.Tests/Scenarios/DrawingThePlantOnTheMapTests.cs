using IspPortal.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>An operator draws an ODP and the cable to it, joins the fibre, and the ODP gives light to its ports; then takes it back. In both languages.</summary>
[Collection(LivePortalTests.Name)]
public sealed class DrawingThePlantOnTheMapTests(LivePages pages)
{
    [Theory]
    [InlineData("en", "ODP-BARU-EN", "Undo", 120)]
    [InlineData("id", "ODP-BARU-ID", "Urungkan", 200)]
    public async Task A_new_ODP_is_drawn_connected_and_taken_back(string language, string name, string undo, int x)
    {
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await page.GotoAsync("/map?at=-6.3027,107.2946,17");
        var map = page.Locator(".live-map");
        await Expect(map.Locator(".mark-node .mark-box").First).ToBeVisibleAsync();

        // A place where nothing stands.
        await page.Locator("[data-draw=odp]").ClickAsync();
        await Expect(page.Locator(".map-draw[data-mode=place]")).ToBeVisibleAsync();
        await map.ClickAsync(new() { Position = new() { X = x, Y = 330 } });
        await page.Locator("#node-name").FillAsync(name);
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        var odp = map.Locator($".mark-node[title*='{name}']");
        await Expect(odp.Locator(".mark-box")).ToBeVisibleAsync();

        // From the cabinet to the new ODP, with a bend between.
        await page.Locator("[data-draw=cable]").ClickAsync();
        await Expect(page.Locator(".map-draw[data-mode=cable]")).ToBeVisibleAsync();
        await ClickAtAsync(page, map.Locator(".mark-node[data-look=olt]").First);
        var to = (await odp.Locator(".mark-box").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(to.X + 60, to.Y - 40, new() { Steps = 4 });
        await page.Mouse.ClickAsync(to.X + 60, to.Y - 40);
        await ClickAtAsync(page, odp);
        await page.Locator("#cable-name").FillAsync("DST-" + name);
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator("#cable-name")).ToHaveCountAsync(0);

        // Light comes to it: the PON port into core 1, core 1 into the ODP's splitter.
        await odp.Locator(".mark-box").ClickAsync();
        await page.Locator(".panel-actions a[href$='/splices']").ClickAsync();
        await page.Locator("#splice-one").SelectOptionAsync(new SelectOptionValue { Label = $"DST-{name} · core 1" });
        await page.Locator("#splice-other").SelectOptionAsync(new SelectOptionValue { Label = $"{name} · input" });
        await page.Locator(".splice-form button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-splices] tbody tr")).ToHaveCountAsync(1);

        // Taken back, one after the other: the splice, the cable, the ODP.
        await page.GotoAsync("/map?at=-6.3027,107.2946,17");
        for (var left = 3; left > 0; left--)
        {
            await page.Locator("[data-draw=undo]").ClickAsync();
            await page.Locator(".rz-dialog button", new() { HasText = undo }).Last.ClickAsync();
            await Expect(page.Locator(".rz-dialog")).ToHaveCountAsync(0);
        }

        await Expect(odp).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private static async Task ClickAtAsync(IPage page, ILocator node)
    {
        var box = (await node.Locator(".mark-box").BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.MoveAsync(x, y, new() { Steps = 4 });
        await page.Mouse.ClickAsync(x, y);
    }
}
