using System.Globalization;
using System.Text;
using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>
/// An administrator adds a router that somebody else configured, takes its 200 lines over, lets the portal write, puts right what was changed behind its back
/// and takes that back, installs the isolir kit, proves it, and restores a part of a backup.
/// </summary>
[Collection(LivePortalTests.Name)]
public sealed class TakingControlOfARouterTests(LivePages pages)
{
    private const int Lines = 200;

    // The customers of the lab's own routers are known to the portal already.
    private const int StrangersFrom = 40;

    private const string Secrets = "/ppp/secret";

    // The test account dials, is kicked and dials again, and its modem tries the internet.
    private const float CheckLimit = 180_000;

    [Theory]
    [ToldIn("en")]
    [ToldIn("id")]
    public async Task It_is_added_imported_trusted_put_right_isolated_by_a_proven_kit_and_restored(string language)
    {
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await using var lab = LabRouters.Start(
            ["7.24"],
            sessions: 260,
            habits: ModemHabits.Steady with { RedialFrom = TimeSpan.FromMilliseconds(500), RedialTo = TimeSpan.FromSeconds(2) },
            first: language == "id" ? StrangersFrom + 1 : StrangersFrom);
        var router = await AddAsync(page, lab.Router, $"RTR-{language}-BARU");
        await RemovedRouter.AfterAsync(page, router, async () =>
        {
            var names = Names(lab.Router);

            await ImportAsync(page, router, names);
            Assert.DoesNotContain(names, name => Read(lab.Router, name, "comment")!.Contains("isp:", StringComparison.OrdinalIgnoreCase));
            await LeaveObserveModeAsync(page, router);
            await PutRightAndTakeBackAsync(page, router, lab.Router, names[7]);
            await InstallIsolirKitAsync(page, router, language == "id" ? "10.255.255.20" : "10.255.255.10");
            await RestorePartAsync(page, router, lab.Router, names[7]);
        });

        await page.Context.CloseAsync();
    }

    private static async Task<string> AddAsync(IPage page, EmulatedRouter emulated, string name)
    {
        await page.GotoAsync("/routers/new");
        await page.Locator("#router-name").FillAsync(name);
        await page.Locator("#router-host").FillAsync("127.0.0.1");
        await page.Locator("#router-port").FillAsync(emulated.Port.ToString(CultureInfo.InvariantCulture));
        await page.Locator("#router-username").FillAsync(LabRouters.User);
        await page.Locator("#router-password").FillAsync("wrong");
        await page.Locator(".test-row button").ClickAsync();
        await Expect(page.Locator(".error-panel .error-code")).ToHaveTextAsync("routeros.login_failed");
        await page.Locator("#router-password").FillAsync(LabRouters.Password);
        await page.Locator(".test-row button").ClickAsync();
        await Expect(page.Locator(".test-facts")).ToContainTextAsync("full");
        await page.Locator("button[type=submit]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(name);
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task ImportAsync(IPage page, string router, IReadOnlyList<string> names)
    {
        await page.GotoAsync("/imports");
        await page.Locator("#import-router").SelectOptionAsync(new SelectOptionValue { Value = IdOf(router) });
        var csv = "nomor;nama;username\n" + string.Join('\n', names.Select((name, i) => $"C{i};Pelanggan {i};{name}"));
        await page.ChooseFileAsync("#import-file", new FilePayload { Name = "pelanggan.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await Expect(page.Locator("[data-file-ready]")).ToContainTextAsync("pelanggan.csv");
        await page.Locator(".begin-import .button-primary").ClickAsync();
        await Expect(page.Locator(".page-actions .button-primary")).ToContainTextAsync(Lines.ToString(CultureInfo.InvariantCulture));
        await page.Locator(".page-actions .button-primary").ClickAsync();
        await ConfirmAsync(page);
        await Expect(page.Locator(".notice[data-tone=good]")).ToContainTextAsync(Lines.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task LeaveObserveModeAsync(IPage page, string router)
    {
        await page.GotoAsync(router);
        var banner = page.Locator("[data-notice=observe]");
        var buttons = banner.Locator(".row-actions button");
        await buttons.Nth(0).ClickAsync();
        await Expect(buttons.Nth(1)).ToBeEnabledAsync();
        await buttons.Nth(1).ClickAsync();
        await ConfirmAsync(page, "compared, all is well");
        await Expect(banner).ToHaveCountAsync(0);
    }

    private static async Task PutRightAndTakeBackAsync(IPage page, string router, EmulatedRouter emulated, string name)
    {
        var profile = Read(emulated, name, "profile")!;
        var foreign = Other(profile);
        Change(emulated, secrets => secrets.Set(secrets.ByName(name)!, "profile", foreign));
        await PutRightAsync(page, router, name, foreign);
        Assert.Equal(profile, Read(emulated, name, "profile"));

        await page.Locator(".page-actions button:has-text('undo')").ClickAsync();
        await ConfirmAsync(page);
        await Expect(page.Locator("[data-plan-state]")).ToHaveAttributeAsync("data-plan-state", "Draft");
        await ApplyAsync(page);
        Assert.Equal(foreign, Read(emulated, name, "profile"));

        await PutRightAsync(page, router, name, foreign);
        Assert.Equal(profile, Read(emulated, name, "profile"));
    }

    private static async Task PutRightAsync(IPage page, string router, string name, string foreign)
    {
        await page.GotoAsync($"/drift?kind=changed&router={IdOf(router)}");
        var compared = page.Locator(".compared-routers li", new() { Has = page.Locator($"a[href$='{IdOf(router)}']") });
        await compared.Locator("button").ClickAsync();

        // The list is read again when the comparison is over, and nothing is selected then.
        await Expect(page.Locator(".rz-notification-item").First).ToBeVisibleAsync();
        await Expect(compared.Locator("button")).ToBeEnabledAsync();
        var row = page.Locator("tbody tr", new() { HasText = name });
        await Expect(row.Locator(".drift-was", new() { HasText = foreign })).ToBeVisibleAsync();
        await row.Locator("input[type=checkbox]").CheckAsync();
        await Expect(page.Locator("[data-figure=selected]")).ToContainTextAsync("1");
        await page.Locator(".grid-tools .button-primary").ClickAsync();
        await ConfirmAsync(page);
        await page.WaitForURLAsync("**/access-plans/*");
        await ApplyAsync(page);
    }

    private static async Task InstallIsolirKitAsync(IPage page, string router, string landingAddress)
    {
        await page.GotoAsync("/settings");
        var landing = page.Locator("#setting-isolir-landingAddress");
        await landing.FillAsync(landingAddress);
        await page.Locator("form", new() { Has = landing }).Locator("button[type=submit]").ClickAsync();
        await Expect(page.Locator(".rz-notification")).ToBeVisibleAsync();

        await page.GotoAsync($"{router}?tab=isolir");
        var buttons = page.Locator(".card-header .row-actions button");
        await buttons.Last.ClickAsync();
        await Expect(page.Locator(".badge[data-tone=bad]").First).ToBeVisibleAsync();
        await Expect(page.Locator(".error-code").First).ToHaveTextAsync("isolir.parts_wrong");
        await buttons.First.ClickAsync();
        await ApplyHereAsync(page);
        await buttons.Last.ClickAsync();
        await Expect(page.Locator(".card .badge[data-tone=good]").First).ToBeVisibleAsync(new() { Timeout = CheckLimit });
        await Expect(page.Locator("td .badge[data-tone=bad]")).ToHaveCountAsync(0);
    }

    private static async Task RestorePartAsync(IPage page, string router, EmulatedRouter emulated, string name)
    {
        await page.GotoAsync($"{router}?tab=backups");
        await page.Locator(".grid-tools .button-primary").ClickAsync();
        await Expect(page.Locator("tbody tr .row-actions")).ToHaveCountAsync(1);
        var profile = Read(emulated, name, "profile")!;
        Change(emulated, secrets => secrets.Set(secrets.ByName(name)!, "profile", Other(profile)));

        await page.Locator("tbody tr .row-actions button").Last.ClickAsync();
        var row = page.Locator("tbody tr", new() { HasText = name });
        await Expect(row).ToContainTextAsync($"profile={profile}");
        await row.Locator("input[type=checkbox]").CheckAsync();
        await page.Locator(".form-actions .button-primary").ClickAsync();
        await Expect(page.Locator(".plan-steps li")).ToHaveCountAsync(1);
        await ApplyHereAsync(page);
        Assert.Equal(profile, Read(emulated, name, "profile"));
    }

    private static async Task ConfirmAsync(IPage page, string? reason = null)
    {
        if (reason is not null)
        {
            await page.Locator(".dialog-form textarea").FillAsync(reason);
        }

        await page.Locator(".dialog-form button[type=submit]").ClickAsync();
    }

    private static async Task ApplyAsync(IPage page)
    {
        await page.Locator(".page-actions button.button-primary").ClickAsync();
        await ConfirmAsync(page);
        await Expect(page.Locator("[data-plan-state]")).ToHaveAttributeAsync("data-plan-state", "Applied");
    }

    // A plan that is shown and applied within another page.
    private static async Task ApplyHereAsync(IPage page)
    {
        await page.Locator(".form-actions .button-primary").ClickAsync();
        await Expect(page.Locator("[data-plan-state]")).ToHaveAttributeAsync("data-plan-state", "Applied");
    }

    private static string Other(string profile) => profile == "HOME-20" ? "HOME-50" : "HOME-20";

    private static string IdOf(string router) => router.Split('/')[^1];

    private static List<string> Names(EmulatedRouter router)
    {
        lock (router.World.Gate)
        {
            var secrets = router.World.Menu(Secrets);
            return [.. secrets.Items.Select(item => secrets.Get(item, "name")!).Where(name => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@')).Take(Lines)];
        }
    }

    private static string? Read(EmulatedRouter router, string name, string property)
    {
        lock (router.World.Gate)
        {
            var secrets = router.World.Menu(Secrets);
            return secrets.Get(secrets.ByName(name)!, property);
        }
    }

    private static void Change(EmulatedRouter router, Action<Menu> change)
    {
        lock (router.World.Gate)
        {
            change(router.World.Menu(Secrets));
        }
    }
}
