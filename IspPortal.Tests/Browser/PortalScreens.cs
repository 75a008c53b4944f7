using System.Text.Json;
using IspPortal.Tests.Web.Support;
using Microsoft.Playwright;

namespace IspPortal.Tests.Browser;

/// <summary>
/// The documentation's pictures, of a running portal with its lab. docs/screenshots.sh starts both; by hand: PORTAL_ADDRESS, PORTAL_PASSWORD and a folder in
/// PORTAL_SCREENS.
/// </summary>
public sealed class PortalScreens
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // The wall compares with five minutes ago.
    private static readonly TimeSpan ChangesTake = TimeSpan.FromMinutes(6);

    private readonly string? _address = Environment.GetEnvironmentVariable("PORTAL_ADDRESS");
    private readonly string? _folder = Environment.GetEnvironmentVariable("PORTAL_SCREENS");
    private readonly string _password = Environment.GetEnvironmentVariable("PORTAL_PASSWORD") ?? "Lab-2026!";

    [Fact(Explicit = true)]
    public async Task Draw_every_page()
    {
        Assert.SkipUnless(_address is not null && _folder is not null, "PORTAL_ADDRESS and PORTAL_SCREENS name no portal and no folder.");
        TestBrowser.SkipWithoutOne();
        Directory.CreateDirectory(_folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await TestBrowser.LaunchAsync(playwright);
        var desk = await OpenAsync(browser, 1440, 900, "en", "light");
        await desk.GotoAsync("/account/sign-in");
        await ShootAsync(desk, "sign-in");
        await SignInAsync(desk);
        var routers = await UntilPolledAsync(desk);

        // These stay open meanwhile: their lists and live graph fill while the others are drawn.
        var wall = await desk.Context.NewPageAsync();
        await wall.GotoAsync("/");
        var line = await desk.Context.NewPageAsync();
        var router = routers[0].GetProperty("id").GetString();
        var busiest = (await ReadAsync(desk, "sessions?sort=down&order=desc&pageSize=1"))[0].GetProperty("accessId").GetString();
        var colleague = (await ReadAsync(desk, "users?search=noc&pageSize=1"))[0].GetProperty("id").GetString();
        await line.GotoAsync($"/subscribers/{busiest}");
        foreach (var (name, path) in new[]
        {
            ("sessions", "/sessions"), ("subscribers", "/subscribers"), ("routers", "/routers"), ("router", $"/routers/{router}"), ("router-interfaces", $"/routers/{router}?tab=interfaces"),
            ("router-log", $"/routers/{router}?tab=log"), ("router-cost", $"/routers/{router}?tab=cost"), ("router-new", "/routers/new"), ("map", "/map"), ("users", "/users"), ("user", $"/users/{colleague}"),
            ("settings", "/settings"), ("jobs", "/jobs"), ("account", "/account"), ("authenticator", "/account/authenticator"),
        })
        {
            await VisitAsync(desk, name, path);
        }

        await desk.GotoAsync("/routers");
        await desk.WaitForSelectorAsync(".shell");
        await desk.WaitForTimeoutAsync((float)Settle.TotalMilliseconds);
        await desk.Keyboard.PressAsync("Control+k");
        await desk.Keyboard.TypeAsync("bud");
        await ShootAsync(desk, "search");
        await ShootAsync(line, "subscriber");
        await line.CloseAsync();
        await wall.Locator(".card", new PageLocatorOptions { HasText = "Biggest change" }).Locator("li").First.WaitForAsync(new LocatorWaitForOptions { Timeout = (float)ChangesTake.TotalMilliseconds });
        await ShootAsync(wall, "wall");
        await DrawOtherKindsAsync(browser, busiest!);
        var taken = routers[1];
        await new ControlScreens(desk, (page, name, path) => VisitAsync(page, name, path), ShootAsync)
            .DrawAsync(_password, taken.GetProperty("id").GetString()!, taken.GetProperty("name").GetString()!, router!);
        await Office(desk).DrawAsync();
        await Billing(desk).DrawAsync();
        await Plant(desk).DrawAsync();
        await Alerts(desk).DrawAsync();
        await Reports(desk).DrawAsync();
        await SwitchOneOffAsync(desk, wall, routers);
    }

    /// <summary>The office's pages alone, on a desk and on a phone in the other language and theme; not for the documentation but to be looked at.</summary>
    [Fact(Explicit = true)]
    public async Task Draw_the_office_on_desk_and_phone()
    {
        Assert.SkipUnless(_address is not null && _folder is not null, "PORTAL_ADDRESS and PORTAL_SCREENS name no portal and no folder.");
        TestBrowser.SkipWithoutOne();
        Directory.CreateDirectory(_folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await TestBrowser.LaunchAsync(playwright);
        foreach (var (suffix, width, height, language, theme) in new[] { ("", 1440, 900, "en", "light"), ("-dark", 1440, 900, "id", "dark"), ("-phone", 390, 844, "id", "dark") })
        {
            var page = await OpenAsync(browser, width, height, language, theme);
            await SignInAsync(page);
            await Office(page).DrawAsync(suffix);
            await page.Context.CloseAsync();
        }
    }

    /// <summary>Billing's pages alone, likewise.</summary>
    [Fact(Explicit = true)]
    public async Task Draw_billing_on_desk_and_phone()
    {
        Assert.SkipUnless(_address is not null && _folder is not null, "PORTAL_ADDRESS and PORTAL_SCREENS name no portal and no folder.");
        TestBrowser.SkipWithoutOne();
        Directory.CreateDirectory(_folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await TestBrowser.LaunchAsync(playwright);
        foreach (var (suffix, width, height, language, theme) in new[] { ("", 1440, 900, "en", "light"), ("-dark", 1440, 900, "id", "dark"), ("-phone", 390, 844, "id", "dark"), ("-phone-light", 390, 844, "en", "light") })
        {
            var page = await OpenAsync(browser, width, height, language, theme);
            await SignInAsync(page);
            await Billing(page).DrawAsync(suffix);
            await page.Context.CloseAsync();
        }
    }

    /// <summary>The map and the plant alone, likewise.</summary>
    [Fact(Explicit = true)]
    public async Task Draw_the_plant_on_desk_and_phone()
    {
        Assert.SkipUnless(_address is not null && _folder is not null, "PORTAL_ADDRESS and PORTAL_SCREENS name no portal and no folder.");
        TestBrowser.SkipWithoutOne();
        Directory.CreateDirectory(_folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await TestBrowser.LaunchAsync(playwright);
        foreach (var (suffix, width, height, language, theme) in new[] { ("", 1440, 900, "en", "light"), ("-phone", 390, 844, "id", "dark") })
        {
            var page = await OpenAsync(browser, width, height, language, theme);
            await SignInAsync(page);
            await Plant(page).DrawAsync(suffix);
            await Alerts(page).DrawAsync(suffix);
            await Reports(page).DrawAsync(suffix);
            await page.Context.CloseAsync();
        }
    }

    private PlantScreens Plant(IPage page) => new(page, (at, name, path) => VisitAsync(at, name, path), ShootAsync);

    private AlertScreens Alerts(IPage page) => new(page, (at, name, path) => VisitAsync(at, name, path), ShootAsync);

    private ReportScreens Reports(IPage page) => new(page, (at, name, path) => VisitAsync(at, name, path), ShootAsync);

    private BillingScreens Billing(IPage page) => new(page, (at, name, path) => VisitAsync(at, name, path), ShootAsync);

    private OfficeScreens Office(IPage page) => new(page, (at, name, path) => VisitAsync(at, name, path), ShootAsync);

    private async Task DrawOtherKindsAsync(IBrowser browser, string access)
    {
        foreach (var (name, path, width, height, language, theme) in new[]
        {
            ("wall-dark", "/", 1440, 900, "en", "dark"), ("wall-indonesian", "/", 1440, 900, "id", "light"),
            ("wall-phone", "/", 390, 844, "en", "light"), ("subscriber-phone", $"/subscribers/{access}", 390, 844, "en", "light"),
        })
        {
            var page = await OpenAsync(browser, width, height, language, theme);
            await SignInAsync(page);
            await VisitAsync(page, name, path, TimeSpan.FromSeconds(8));
            await page.Context.CloseAsync();
        }
    }

    /// <summary>Pulls the plug of the last router on the Lab page, draws what the portal makes of it, and puts it back.</summary>
    private async Task SwitchOneOffAsync(IPage desk, IPage wall, JsonElement[] routers)
    {
        var victim = routers[^1];
        var (id, name) = (victim.GetProperty("id").GetString(), victim.GetProperty("name").GetString()!);
        var line = desk.Locator("tr", new PageLocatorOptions { HasText = name });
        await desk.GotoAsync("/lab");
        await desk.WaitForTimeoutAsync((float)Settle.TotalMilliseconds);
        await line.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Power off" }).ClickAsync();
        await desk.Locator(".dialog-actions .button-danger").ClickAsync();
        await desk.WaitForTimeoutAsync((float)Settle.TotalMilliseconds);
        await ShootAsync(desk, "lab");
        await UntilAsync(async () => await ReadAsync(desk, "alerts") is { Length: > 0 });
        await VisitAsync(desk, "alerts", "/alerts");
        await ShootAsync(wall, "wall-alert");
        await VisitAsync(desk, "router-off", $"/routers/{id}");
        var cut = (await ReadAsync(desk, $"accesses?routerId={id}&service=pppoe&search=%40&pageSize=20")).First(access => access.GetProperty("presence").GetString() == "unknown");
        await VisitAsync(desk, "subscriber-unknown", $"/subscribers/{cut.GetProperty("id").GetString()}", TimeSpan.FromSeconds(12));
        await VisitAsync(desk, "audit", "/audit");
        var entry = (await ReadAsync(desk, "audit?entity=router&pageSize=1"))[0];
        await VisitAsync(desk, "audit-entry", $"/audit/{entry.GetProperty("id").GetString()}");
        await desk.GotoAsync("/lab");
        await desk.WaitForTimeoutAsync((float)Settle.TotalMilliseconds);
        await line.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Power on" }).ClickAsync();
    }

    private async Task<IPage> OpenAsync(IBrowser browser, int width, int height, string language, string theme)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height }, TimezoneId = "Asia/Jakarta", Locale = language, BaseURL = _address,
        });
        await context.AddCookiesAsync(
        [
            new Cookie { Name = ".AspNetCore.Culture", Value = Uri.EscapeDataString($"c={language}|uic={language}"), Url = _address },
            new Cookie { Name = "portal-theme", Value = theme, Url = _address },
        ]);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout((float)TimeSpan.FromSeconds(30).TotalMilliseconds);
        return page;
    }

    private async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/account/sign-in");
        await page.Locator("input[name='Form.Email']").FillAsync("admin@lab.test");
        await page.Locator("input[name='Form.Password']").FillAsync(_password);
        await page.Locator("button[type=submit].button-primary").ClickAsync();
        await page.WaitForSelectorAsync(".shell");
    }

    private static async Task<JsonElement[]> UntilPolledAsync(IPage page)
    {
        JsonElement[] routers = [];
        await UntilAsync(async () =>
        {
            routers = await ReadAsync(page, "routers");
            return routers.Length > 0 && Array.TrueForAll(routers, router => router.GetProperty("state").GetString() == "online" && router.GetProperty("downBitsPerSecond").ValueKind == JsonValueKind.Number);
        });
        return routers;
    }

    private static async Task<JsonElement[]> ReadAsync(IPage page, string path)
    {
        var answer = await page.APIRequest.GetAsync($"/api/v1/{path}");
        Assert.True(answer.Ok, $"{path} answered {answer.Status}.");
        return [.. (await answer.JsonAsync())!.Value.GetProperty("items").EnumerateArray()];
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, "The portal did not get there in time.");
            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }

    private async Task VisitAsync(IPage page, string name, string path, TimeSpan? stay = null)
    {
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync("main");
        await page.WaitForTimeoutAsync((float)(stay ?? Settle).TotalMilliseconds);
        await ShootAsync(page, name);
    }

    private async Task ShootAsync(IPage page, string name)
    {
        await page.WaitForTimeoutAsync(500);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(_folder!, $"{name}.png") });
    }
}
