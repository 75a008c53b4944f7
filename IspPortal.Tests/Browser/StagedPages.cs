using IspPortal.Tests.Web.Support;
using Microsoft.Playwright;

namespace IspPortal.Tests.Browser;

/// <summary>One staged portal and one browser for the tests of a class.</summary>
public sealed class StagedPages : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal StagedPortal Portal { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        if (TestBrowser.Executable is null)
        {
            return;
        }

        Portal = await StagedPortal.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await TestBrowser.LaunchAsync(_playwright);
    }

    /// <summary>A page of its own context: own cookies, size, language and theme.</summary>
    internal async Task<IPage> OpenAsync(string path, int width = 1440, int height = 900, string language = "en", string theme = "light", string zone = "Asia/Jakarta")
    {
        TestBrowser.SkipWithoutOne();
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, TimezoneId = zone, Locale = language, BaseURL = Portal.Address.ToString() });
        await context.AddCookiesAsync(
        [
            new Cookie { Name = ".AspNetCore.Culture", Value = Uri.EscapeDataString($"c={language}|uic={language}"), Url = Portal.Address.ToString() },
            new Cookie { Name = "portal-theme", Value = theme, Url = Portal.Address.ToString() },
        ]);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync(".shell");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (Portal is not null)
        {
            await Portal.DisposeAsync();
        }
    }
}
