using System.Globalization;
using System.Text.RegularExpressions;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>An operator looks at the pools of a router, sees an address conflict, finds the next free address and gives it to a line.</summary>
[Collection(LivePortalTests.Name)]
public sealed partial class GivingAnAddressTests(LivePages pages)
{
    [Theory]
    [ToldIn("en")]
    [ToldIn("id")]
    public async Task Pools_are_read_a_conflict_is_seen_and_a_free_address_goes_to_a_line(string language)
    {
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await using var lab = LabRouters.Start(["7.24"], sessions: 12, first: language == "id" ? 61 : 60);
        var router = await AddRouterAsync(page, lab.Router.Port, $"RTR-{language}-ALAMAT");
        var id = router.Split('/')[^1];
        var taken = new List<string>();
        await RemovedRouter.AfterAsync(page, router, async () =>
        {
            await page.GotoAsync($"/addressing?router={id}");
            await page.Locator(".grid-tools-end .button").ClickAsync();
            var pool = page.Locator(".grid tbody tr", new() { Has = page.Locator(".pool-usage button") }).First;
            await Expect(pool).ToContainTextAsync(Range());
            await Expect(pool.Locator(".pool-usage")).ToContainTextAsync("%");

            await pool.Locator(".pool-usage button").ClickAsync();
            var found = page.Locator("[data-free]");
            await Expect(found).ToBeVisibleAsync();
            var address = (await found.GetAttributeAsync("data-free"))!;
            await found.Locator("a").ClickAsync();

            // The form has the router and the address, and says that the address lies in a pool that is handed out.
            await Expect(page.Locator("#line-router")).ToHaveValueAsync(id);
            await Expect(page.Locator("#line-address")).ToHaveValueAsync(address);
            await Expect(page.Locator(".notice[data-tone=warning]")).ToContainTextAsync(address);
            taken.Add(await SaveAsync(page, $"tetap-{language}-1"));

            // That is a conflict, and the next free address is another one.
            await page.GotoAsync($"/addressing?router={id}");
            await page.Locator(".grid-tools-end .button").ClickAsync();
            await Expect(page.Locator(".rz-notification")).ToBeVisibleAsync();
            await page.GotoAsync($"/addressing?tab=conflicts&router={id}&q={address}");
            var conflict = page.Locator(".grid tbody tr", new() { HasText = address });
            await Expect(conflict).ToContainTextAsync($"tetap-{language}-1");

            await page.GotoAsync($"/subscribers/new?router={id}");
            await page.Locator("#line-address-choice").SelectOptionAsync("value");
            await page.Locator("#free-from").SelectOptionAsync(new SelectOptionValue { Value = "" });
            await page.Locator("#free-range").FillAsync("10.1");
            await page.Locator("#free-find").ClickAsync();
            await Expect(page.Locator(".free-address .field-error")).ToBeVisibleAsync();
            await page.Locator("#free-range").FillAsync("10.253.7.0/29");
            await page.Locator("#free-find").ClickAsync();
            await Expect(page.Locator("#line-address")).ToHaveValueAsync("10.253.7.1");
            taken.Add(await SaveAsync(page, $"tetap-{language}-2"));
            await page.GotoAsync($"/subscribers/{taken[1]}");
            await Expect(page.Locator("main")).ToContainTextAsync("10.253.7.1");

            await page.GotoAsync($"/addressing?tab=assignments&router={id}&q=10.253.7.");
            await Expect(page.Locator(".grid tbody tr", new() { HasText = $"tetap-{language}-2" })).ToHaveCountAsync(1);
        });

        await page.Context.CloseAsync();
    }

    /// <summary>Gives the line's id.</summary>
    private static async Task<string> SaveAsync(IPage page, string username)
    {
        await page.Locator("#line-username").FillAsync(username);
        await page.Locator("#line-password").FillAsync("rahasia");
        await page.Locator("#line-profile").FillAsync("HOME-20");
        await page.Locator("button[type=submit]").ClickAsync();
        await Expect(page.Locator(".fact-line, .error-panel, .field-error").First).ToBeVisibleAsync();
        Assert.Matches(Saved(), page.Url + string.Concat(await page.Locator(".error-panel, .field-error").AllInnerTextsAsync()));
        return new Uri(page.Url).AbsolutePath.Split('/')[^1];
    }

    private static async Task<string> AddRouterAsync(IPage page, int port, string name)
    {
        await page.GotoAsync("/routers/new");
        await page.Locator("#router-name").FillAsync(name);
        await page.Locator("#router-host").FillAsync("127.0.0.1");
        await page.Locator("#router-port").FillAsync(port.ToString(CultureInfo.InvariantCulture));
        await page.Locator("#router-username").FillAsync(LabRouters.User);
        await page.Locator("#router-password").FillAsync(LabRouters.Password);
        await page.Locator("button[type=submit]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(name);
        return new Uri(page.Url).AbsolutePath;
    }

    [GeneratedRegex(@"\d+\.\d+\.\d+\.\d+-\d+\.\d+\.\d+\.\d+", RegexOptions.None, 200)]
    private static partial Regex Range();

    [GeneratedRegex("/subscribers/[0-9a-f-]{36}$", RegexOptions.None, 200)]
    private static partial Regex Saved();
}
