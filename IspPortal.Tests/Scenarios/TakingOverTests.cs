using System.Text;
using IspPortal.Infrastructure.Lab;
using IspPortal.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>A router is taken over, watched, trusted; somebody changes it behind the portal's back, and the portal makes the plan that puts it right.</summary>
[Collection(LivePortalTests.Name)]
public sealed class TakingOverTests(LivePages pages)
{
    [Fact]
    public async Task Import_leave_observe_mode_see_drift_and_get_a_plan()
    {
        var page = await pages.SignInAsync(LivePages.Administrator);
        var router = pages.Portal.Services.GetRequiredService<LabNetwork>().Routers[0];
        List<string> names;
        lock (router.World.Gate)
        {
            var secrets = router.World.Menu("/ppp/secret");
            names = [.. secrets.Items.Select(i => secrets.Get(i, "name")!).Where(n => n.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@')).Take(200)];
        }

        await page.GotoAsync("/imports");
        await page.Locator("#import-router").SelectOptionAsync(new SelectOptionValue { Label = router.Name });
        var csv = "nomor;nama;username\n" + string.Join('\n', names.Select((n, i) => $"C{i};Pelanggan {i};{n}"));
        await page.Locator("#import-file").SetInputFilesAsync(new FilePayload { Name = "pelanggan.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await page.Locator(".begin-import .button-primary").ClickAsync();
        await page.Locator(".page-actions .button-primary", new() { HasText = $"Take over {names.Count} lines" }).ClickAsync();
        await page.Locator(".dialog-form .button-primary").ClickAsync();
        await Expect(page.Locator(".notice[data-tone=good]")).ToContainTextAsync($"{names.Count} lines taken over");

        await page.Locator(".notice[data-tone=good] a").First.ClickAsync();
        var banner = page.Locator("[data-notice=observe]");
        await banner.Locator("button", new() { HasText = "Compare now" }).ClickAsync();
        await banner.Locator("button", new() { HasText = "Switch observe mode off" }).ClickAsync();
        await page.Locator(".dialog-form textarea").FillAsync("compared, all is well");
        await page.Locator(".dialog-form button[type=submit]").ClickAsync();
        await Expect(banner).ToHaveCountAsync(0);

        var other = Profile(router, names[0]) == "HOME-20" ? "HOME-50" : "HOME-20";
        lock (router.World.Gate)
        {
            var secrets = router.World.Menu("/ppp/secret");
            secrets.Set(secrets.ByName(names[0])!, "profile", other);
        }

        await page.GotoAsync("/drift?kind=changed");
        await page.Locator(".compared-routers li", new() { HasText = router.Name }).Locator("button").ClickAsync();
        await page.GetByLabel($"Select {names[0]}", new() { Exact = true }).CheckAsync();
        await Expect(page.Locator("[data-figure=selected]")).ToContainTextAsync("1");
        await page.Locator(".grid-tools button", new() { HasText = "Apply portal" }).ClickAsync();
        await page.Locator(".dialog-form .button-primary").ClickAsync();
        await page.WaitForURLAsync("**/access-plans/*");
        await page.Context.CloseAsync();
    }

    private static string? Profile(IspPortal.Infrastructure.Lab.Routers.EmulatedRouter router, string name)
    {
        lock (router.World.Gate)
        {
            var secrets = router.World.Menu("/ppp/secret");
            return secrets.Get(secrets.ByName(name)!, "profile");
        }
    }
}
