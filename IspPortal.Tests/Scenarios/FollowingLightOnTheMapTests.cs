using System.Text.RegularExpressions;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using IspPortal.Tests.Web.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>An ODP and its cable are drawn, spliced, and a customer is connected; the map shows how light gets there and whom the cable carries. In both languages.</summary>
[Collection(LivePortalTests.Name)]
public sealed class FollowingLightOnTheMapTests(LivePages pages)
{
    private const string Here = "/map?at=-6.3027,107.2946,17";

    [Theory]
    [ToldIn("en", "ODP-JEJAK-EN", "Rangga Wibisana", "rangga-jejak", 280)]
    [ToldIn("id", "ODP-JEJAK-ID", "Laras Kinanti", "laras-jejak", 350)]
    public async Task A_connected_customer_is_traced_to_the_OLT_and_named_below_the_cable(string language, string odp, string customer, string username, int x)
    {
        TestBrowser.SkipWithoutOne();
        var access = await SellAsync(customer, username);
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await page.GotoAsync(Here);
        await Expect(page.Locator(".live-map .mark-node .mark-box").First).ToBeVisibleAsync();
        var mark = await HandOnTheMap.PlaceAsync(page, "odp", odp, x, 330);
        await HandOnTheMap.CableAsync(page, page.Locator(".live-map .mark-node[data-look=olt]").First, mark, "DST-" + odp);

        // Spliced at both ends: the cable's panel leads to either.
        await HandOnTheMap.FindAsync(page, "DST-" + odp, "way");
        await page.Locator("[data-panel=way] .facts .link-button").Nth(1).ClickAsync();
        await Expect(page.Locator("[data-panel=node] h2")).ToHaveTextAsync(odp);
        await SpliceAsync(page, $"DST-{odp} · core 1", $"{odp} · input");
        var odpId = page.Url.Split('/')[^2];
        await page.GotoAsync(Here);
        await HandOnTheMap.FindAsync(page, "DST-" + odp, "way");
        await page.Locator("[data-panel=way] .facts .link-button").First.ClickAsync();
        await Expect(page.Locator("[data-panel=node] h2")).Not.ToHaveTextAsync("DST-" + odp);
        await SpliceAsync(page, "· PON ", $"DST-{odp} · core 1");

        // The house comes to port 1, and is found to be on port 3.
        await page.GotoAsync($"/plant/odps/{odpId}");
        await page.Locator("[data-port='1'] [data-connect]").ClickAsync();
        await page.Locator("#drop-line").FillAsync(username);
        await page.Locator($".rz-dialog [data-pick='{access}']").ClickAsync();
        await page.Locator("#drop-place-latitude").FillAsync("-6.3031");
        await page.Locator("#drop-place-longitude").FillAsync("107.2944");
        await HandOnTheMap.SaveAsync(page);
        await Expect(page.Locator("[data-port='1'][data-state=Used]")).ToContainTextAsync(customer);
        await page.Locator("[data-port='1'] [data-move]").ClickAsync();
        await page.Locator("#move-port").SelectOptionAsync("3");
        await page.Locator("#move-metres").FillAsync("48");
        await HandOnTheMap.SaveAsync(page);
        await Expect(page.Locator("[data-port='3'][data-state=Used]")).ToContainTextAsync(customer);
        await Expect(page.Locator("[data-port='1'][data-state=Free]")).ToHaveCountAsync(1);

        // From the line's page to the map: its way is lit up to the OLT, and everything else steps back.
        await page.GotoAsync($"/subscribers/{access}");
        await page.Locator("[data-trace-card] [data-act=map]").ClickAsync();
        await Expect(page.Locator("[data-panel=line] [data-step=PonPort]")).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-panel=line] [data-trace-end]")).ToHaveCountAsync(0);
        await ExpectLitAsync(page);
        await Expect(mark).ToHaveAttributeAsync("data-lit", "true");
        await page.ReloadAsync();
        await ExpectLitAsync(page);
        await page.Locator("[data-act=trace]").ClickAsync();
        await Expect(page.Locator(".live-map[data-lit]")).ToHaveCountAsync(0);
        await Expect(page.Locator(".map-lit")).ToHaveCountAsync(0);

        // Whom the cable carries.
        await HandOnTheMap.FindAsync(page, "DST-" + odp, "way");
        await page.Locator("[data-act=below]").ClickAsync();
        await Expect(page.Locator("[data-below=cable] [data-figure=lines]")).ToHaveTextAsync("1");
        await Expect(page.Locator($"[data-below=cable] [data-line='{access}']")).ToContainTextAsync(customer);
        await ExpectLitAsync(page);
        await page.Locator($"[data-below=cable] [data-line='{access}'] .link-button").ClickAsync();
        await Expect(page.Locator("[data-panel=line] h2").First).ToHaveTextAsync(customer);
        await Expect(page.Locator(".live-map[data-lit]")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_radio_link_is_drawn_between_sites_changed_and_removed()
    {
        var page = await pages.SignInAsync(LivePages.Administrator);
        await page.GotoAsync(Here);
        await Expect(page.Locator(".live-map .mark-node .mark-box").First).ToBeVisibleAsync();
        var tower = await HandOnTheMap.PlaceAsync(page, "tower", "TWR-TAUTAN", 240, 260);

        await page.Locator("[data-draw=link]").ClickAsync();
        await Expect(page.Locator(".map-draw[data-mode=link]")).ToBeVisibleAsync();
        await HandOnTheMap.ClickAtAsync(page, page.Locator(".live-map .mark-node[data-look=site]").First);
        await HandOnTheMap.ClickAtAsync(page, tower);
        await page.Locator("#link-name").FillAsync("TAUTAN-1");
        await page.Locator("#link-capacity").FillAsync("0");
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator("#link-capacity-error")).ToBeVisibleAsync();
        await page.Locator("#link-capacity").FillAsync("450");
        await HandOnTheMap.SaveAsync(page);

        await HandOnTheMap.FindAsync(page, "TAUTAN-1", "way");
        await Expect(page.Locator("[data-panel=way] .facts")).ToContainTextAsync("450");
        await Expect(page.Locator(".live-map .map-radio[data-chosen=true]")).ToHaveCountAsync(1);
        await page.Locator(".map-side [data-act=edit]").ClickAsync();
        await page.Locator("#link-name").FillAsync("TAUTAN-2");
        await HandOnTheMap.SaveAsync(page);
        await Expect(page.Locator("[data-panel=way] h2").First).ToHaveTextAsync("TAUTAN-2");

        await page.Locator(".map-side [data-act=remove]").ClickAsync();
        await page.Locator(".rz-dialog .button-danger").ClickAsync();
        await Expect(page.Locator("[data-panel=way]")).ToHaveCountAsync(0);
        await HandOnTheMap.FindAsync(page, "TWR-TAUTAN", "node");
        await page.Locator(".map-side [data-act=remove]").ClickAsync();
        await page.Locator(".rz-dialog .button-danger").ClickAsync();
        await Expect(tower).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private static async Task ExpectLitAsync(IPage page)
    {
        await Expect(page.Locator(".live-map[data-lit]")).ToHaveCountAsync(1);
        await Expect(page.Locator(".map-lit-way")).ToHaveAttributeAsync("d", new Regex("^M.*L", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(page.Locator(".map-lit-house")).ToHaveCountAsync(1);
    }

    private static async Task SpliceAsync(IPage page, string one, string other)
    {
        await page.Locator(".panel-actions a[href$='/splices']").ClickAsync();
        await page.Locator("#splice-one").SelectOptionAsync((await page.Locator("#splice-one option", new() { HasText = one }).First.GetAttributeAsync("value"))!);
        await page.Locator("#splice-other").SelectOptionAsync((await page.Locator("#splice-other option", new() { HasText = other }).First.GetAttributeAsync("value"))!);
        var before = await page.Locator("[data-splices] tbody tr").CountAsync();
        await page.Locator(".splice-form button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-splices] tbody tr")).ToHaveCountAsync(before + 1);
    }

    private async Task<Guid> SellAsync(string customer, string username)
    {
        using var desk = await LiveDesk.OpenAsync(pages.Portal);
        var (_, account) = await desk.CustomerAsync(customer);
        var line = await desk.SellAsync(account, LabPlansStep.PlanId(1), 0, username);
        return (await desk.SubscriptionAsync(line)).GetProperty("row").GetProperty("accessId").GetGuid();
    }
}
