using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>An operator draws an ODP and the cable to it, joins the fibre, and the ODP gives light to its ports; then takes it back. In both languages.</summary>
[Collection(LivePortalTests.Name)]
public sealed class DrawingThePlantOnTheMapTests(LivePages pages)
{
    [Theory]
    [ToldIn("en", "ODP-BARU-EN", "Undo", 120)]
    [ToldIn("id", "ODP-BARU-ID", "Urungkan", 200)]
    public async Task A_new_ODP_is_drawn_connected_and_taken_back(string language, string name, string undo, int x)
    {
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await page.GotoAsync("/map?at=-6.3027,107.2946,17");
        var map = page.Locator(".live-map");
        await Expect(map.Locator(".mark-node .mark-box").First).ToBeVisibleAsync();

        // In a place where nothing stands; then from the OLT to it, with a bend between.
        var odp = await HandOnTheMap.PlaceAsync(page, "odp", name, x, 330);
        await HandOnTheMap.CableAsync(page, map.Locator(".mark-node[data-look=olt]").First, odp, "DST-" + name);

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
}
