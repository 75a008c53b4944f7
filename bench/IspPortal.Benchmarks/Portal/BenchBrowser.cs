using IspPortal.Infrastructure.Lab;
using Microsoft.Extensions.Configuration;
using Microsoft.Playwright;

namespace IspPortal.Benchmarks.Portal;

/// <summary>Chromium (<c>--chromium=path</c>), signed in as the lab's administrator.</summary>
internal sealed class BenchBrowser : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IBrowserContext _context;

    private BenchBrowser(IPlaywright playwright, IBrowser browser, IBrowserContext context) => (_playwright, _browser, _context) = (playwright, browser, context);

    public static async Task<BenchBrowser> SignInAsync(IConfiguration options, Uri portal)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = options["chromium"] ?? Array.Find(Places, File.Exists),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = portal.ToString(), Locale = "en-GB" });
        context.SetDefaultTimeout(90_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("[name='Form.Email']", "admin@lab.test");
        await page.FillAsync("[name='Form.Password']", new LabOptions().Password);
        await page.ClickAsync("form button[type=submit]");
        await page.WaitForSelectorAsync("[data-figure=down]");
        await page.CloseAsync(new() { RunBeforeUnload = true });
        return new BenchBrowser(playwright, browser, context);
    }

    /// <summary>A new tab that shows figures.</summary>
    public async Task<IPage> OpenAsync(string path)
    {
        var page = await _context.NewPageAsync();
        await page.GotoAsync(path);
        await page.WaitForFunctionAsync("() => /[0-9]/.test(document.querySelector('[data-figure=down]')?.innerText ?? '')");
        return page;
    }

    /// <summary>A new tab that only has to be there.</summary>
    public async Task<IPage> VisitAsync(string path)
    {
        var page = await _context.NewPageAsync();
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync(".shell h1", new() { State = WaitForSelectorState.Attached });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
