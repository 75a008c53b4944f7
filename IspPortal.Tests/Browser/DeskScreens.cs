using IspPortal.Core.Alerts;
using IspPortal.Core.Common.Live;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Routers;
using IspPortal.Tests.Pages;
using IspPortal.Tests.Web.Support;
using IspPortal.Web.Layout;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace IspPortal.Tests.Browser;

/// <summary>Pictures of the desk's pages over staged values, to be looked at. Run by name with PORTAL_SCREENS set to a folder; PORTAL_PAGES names some of them.</summary>
public sealed class DeskScreens
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("sessions", "/sessions"), ("routers", "/routers"), ("router", $"/routers/{StagedNetwork.RouterId(0)}"), ("router-off", $"/routers/{StagedNetwork.RouterId(1)}"),
        ("router-interfaces", $"/routers/{StagedNetwork.RouterId(0)}?tab=interfaces"), ("router-log", $"/routers/{StagedNetwork.RouterId(0)}?tab=log"), ("router-cost", $"/routers/{StagedNetwork.RouterId(0)}?tab=cost"),
        ("router-sessions", $"/routers/{StagedNetwork.RouterId(0)}?tab=sessions"), ("router-alerts", $"/routers/{StagedNetwork.RouterId(1)}?tab=alerts"), ("router-new", "/routers/new"),
        ("router-edit", $"/routers/{StagedNetwork.RouterId(0)}/edit"), ("alerts", "/alerts"), ("jobs", "/jobs"), ("audit", "/audit"), ("audit-entry", $"/audit/{Guid.Empty}"), ("settings", "/settings"), ("lab", "/lab"),
    ];

    [Fact(Explicit = true)]
    public async Task Draw_every_page()
    {
        var folder = Environment.GetEnvironmentVariable("PORTAL_SCREENS");
        Assert.SkipUnless(folder is not null, "PORTAL_SCREENS names no folder.");
        TestBrowser.SkipWithoutOne();
        Directory.CreateDirectory(folder);
        var chosen = Environment.GetEnvironmentVariable("PORTAL_PAGES")?.Split(',');
        await using var app = await StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await TestBrowser.LaunchAsync(playwright);
        using var stop = new CancellationTokenSource();
        var living = LiveAsync(app.Services, stop.Token);
        foreach (var (width, height, language, theme) in new[] { (1440, 900, "en", "light"), (1440, 900, "id", "dark"), (390, 844, "id", "light") })
        {
            await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, TimezoneId = "Asia/Jakarta", Locale = language, BaseURL = address });
            await context.AddCookiesAsync([
                new Cookie { Name = ".AspNetCore.Culture", Value = Uri.EscapeDataString($"c={language}|uic={language}"), Url = address },
                new Cookie { Name = "portal-theme", Value = theme, Url = address },
            ]);
            foreach (var (name, path) in Pages.Where(page => chosen is null || chosen.Contains(page.Name, StringComparer.Ordinal)))
            {
                var page = await context.NewPageAsync();
                await page.GotoAsync(path);
                await page.WaitForSelectorAsync(".shell");
                await page.WaitForTimeoutAsync(2200);
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}-{language}-{theme}.png"), FullPage = width < 1000 });
                await page.CloseAsync();
            }
        }

        await stop.CancelAsync();
        await living;
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "IspPortal.Web", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddShell();
        StagedPortal.AddStage(builder.Services);
        builder.Services.AddSingleton<StagedDesk>();
        foreach (var service in typeof(StagedDesk).GetInterfaces())
        {
            builder.Services.AddSingleton(service, provider => provider.GetRequiredService<StagedDesk>());
        }

        builder.Services.AddScoped<ICurrentActor>(_ => new StagedActor(RolePermissions.All));
        var app = builder.Build();
        app.UseShell();
        app.MapStaticAssets("IspPortal.Web.staticwebassets.endpoints.json");
        app.MapShell();
        await app.StartAsync();
        return app;
    }

    private static async Task LiveAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var network = services.GetRequiredService<StagedNetwork>();
        var feed = services.GetRequiredService<ILiveFeed>();
        network.SetState(1, RouterState.Offline);
        var router = StagedNetwork.RouterId(0);
        for (var second = 0; !cancellationToken.IsCancellationRequested; second++)
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            network.Load = 1 + (0.05 * Math.Sin(second / 3.0));
            network.Poll();
            feed.Publish(MonitoringTopics.Interfaces(router), new RouterInterfaces(router, now, [
                new InterfaceLine("sfp-sfpplus1", "ether", "uplink IX Jakarta", true, false, 912_000_000 + (second * 100_000), 141_000_000, 0, 0, 1),
                new InterfaceLine("sfp-sfpplus2", "ether", null, true, false, 401_000_000, 2_141_000_000, 12, 4_211, 3),
                new InterfaceLine("ether1", "ether", "management", true, false, 12_000, 9_000, 0, 0, 0),
                new InterfaceLine("vlan100", "vlan", "OLT-3", false, false, null, null, null, null, 7),
                new InterfaceLine("wlan1", "wlan", null, null, true, null, null, null, null, null),
            ]));
            feed.Publish(MonitoringTopics.Log(router), new RouterLogTail(router, [.. Enumerable.Range(0, 60).Select(number => new RouterLogLine(
                now, $"11:{number:00}:07", number % 9 == 4 ? "system,error,critical" : number % 7 == 3 ? "pppoe,ppp,warning" : "pppoe,ppp,info",
                number % 9 == 4 ? "login failure for user admin from 103.28.12.9 via ssh" : $"<pppoe-budi{number:000}>: authenticated"))]));
            await Task.Delay(1000, CancellationToken.None);
        }
    }
}
