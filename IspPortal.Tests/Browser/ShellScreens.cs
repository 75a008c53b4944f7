using IspPortal.Core.Network.Routers;
using IspPortal.Tests.Web.Support;
using Microsoft.Playwright;

namespace IspPortal.Tests.Browser;

/// <summary>Pictures of the pages over staged values, to be looked at. Run by name with PORTAL_SCREENS set to a folder.</summary>
public sealed class ShellScreens(StagedPages pages) : IClassFixture<StagedPages>
{
    [Fact(Explicit = true)]
    public async Task Draw_every_page()
    {
        var folder = Environment.GetEnvironmentVariable("PORTAL_SCREENS");
        Assert.SkipUnless(folder is not null, "PORTAL_SCREENS names no folder.");
        Directory.CreateDirectory(folder);
        var only = Environment.GetEnvironmentVariable("PORTAL_SCREENS_ONLY");
        using var stop = new CancellationTokenSource();
        pages.Portal.Network.SetState(1, RouterState.Offline);
        var living = LiveAsync(stop.Token);

        foreach (var (name, path) in new (string Name, string Path)[]
        {
            ("wall", "/"), ("subscribers", "/subscribers"), ("subscriber", $"/subscribers/{StagedNetwork.AccessId(0, 7)}"), ("unknown", $"/subscribers/{StagedNetwork.AccessId(1, 7)}"),
            ("map", "/map"), ("map-chosen", $"/map?router={StagedNetwork.RouterId(1)}"), ("missing", $"/subscribers/{Guid.Empty}"),
        }.Where(screen => only is null || screen.Name.Contains(only, StringComparison.Ordinal)))
        {
            foreach (var (width, height, language, theme) in new[] { (1440, 900, "en", "light"), (1440, 900, "id", "dark"), (390, 844, "id", "light") })
            {
                var page = await pages.OpenAsync(path, width, height, language, theme);
                await page.WaitForTimeoutAsync(2500);
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}-{language}-{theme}.png"), FullPage = width < 1000 });
                await page.Context.CloseAsync();
            }
        }

        var search = await pages.OpenAsync("/");
        await search.Keyboard.PressAsync("Control+k");
        await search.Keyboard.TypeAsync("bud");
        await search.WaitForTimeoutAsync(1200);
        await search.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "search.png") });
        var large = await pages.OpenAsync("/", 3840, 2160, "en", "dark");
        await large.WaitForTimeoutAsync(2500);
        await large.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "wall-4k.png") });
        await stop.CancelAsync();
        await living;
    }

    private async Task LiveAsync(CancellationToken cancellationToken)
    {
        var second = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            pages.Portal.Network.Load = 1 + (0.05 * Math.Sin(second / 3.0));
            pages.Portal.Network.Poll();
            pages.Portal.Network.Stream(StagedNetwork.AccessId(0, 7), (long)(18_200_000 * (1 + (0.3 * Math.Sin(second)))), 1_100_000);
            pages.Portal.Network.Stream(StagedNetwork.AccessId(1, 7), null, null, Core.Monitoring.RateSource.RouterUnreadable);
            second++;
            await Task.Delay(200, CancellationToken.None);
        }
    }
}
