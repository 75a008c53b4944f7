using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace IspPortal.Infrastructure.Documents;

/// <summary>
/// One browser with its kept pages: printing on a kept page is several times faster than on a new one. Its one context is offline, runs no script and refuses every
/// request: what is printed can fetch nothing, whatever stands in it.
/// </summary>
internal sealed class ChromiumRoom : IAsyncDisposable
{
    /// <summary>A page is let go after so many documents: its renderer's memory goes with it.</summary>
    private const int MostPerPage = 200;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-extensions", "--disable-sync",
        "--no-first-run", "--no-default-browser-check", "--font-render-hinting=none", "--host-resolver-rules=MAP * ~NOTFOUND",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IBrowserContext _context;
    private readonly ConcurrentBag<KeptPage> _free = [];

    private ChromiumRoom(IPlaywright playwright, IBrowser browser, IBrowserContext context) => (_playwright, _browser, _context) = (playwright, browser, context);

    public bool IsOpen => _browser.IsConnected;

    internal IBrowser Browser => _browser;

    public static async Task<ChromiumRoom> OpenAsync(string executable, TimeSpan timeout)
    {
        var playwright = await Playwright.CreateAsync();
        try
        {
            var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = executable,
                Args = Arguments,
                // Chromium's own sandbox cannot be set up by root.
                ChromiumSandbox = !Environment.IsPrivilegedProcess,
                HandleSIGHUP = false,
                HandleSIGINT = false,
                HandleSIGTERM = false,
                Timeout = (float)timeout.TotalMilliseconds,
            });
            var context = await browser.NewContextAsync(new BrowserNewContextOptions { Offline = true, JavaScriptEnabled = false, ServiceWorkers = ServiceWorkerPolicy.Block, AcceptDownloads = false });
            // Aborted, not failed: of a navigation that failed, e.g. a refresh that stands in the document, the browser would show its own page instead of the document.
            await context.RouteAsync("**/*", route => route.AbortAsync(RequestAbortErrorCode.Aborted));
            return new ChromiumRoom(playwright, browser, context);
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    public async Task<byte[]> PrintAsync(string html, TimeSpan timeout)
    {
        var kept = _free.TryTake(out var free) ? free : new KeptPage(await _context.NewPageAsync());
        try
        {
            await kept.Page.SetContentAsync(html, new PageSetContentOptions { WaitUntil = WaitUntilState.Load, Timeout = (float)timeout.TotalMilliseconds });
            var pdf = await kept.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true });
            if (++kept.Printed < MostPerPage)
            {
                _free.Add(kept);
                return pdf;
            }

            await kept.Page.CloseAsync();
            return pdf;
        }
        catch
        {
            // Nobody waits for a page that may hang.
            _ = CloseQuietlyAsync(kept.Page);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _browser.CloseAsync().WaitAsync(Farewell);
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            // It is gone, or it does not listen: the driver ends it.
        }

        _playwright.Dispose();
    }

    private static async Task CloseQuietlyAsync(IPage page)
    {
        try
        {
            await page.CloseAsync();
        }
        catch (PlaywrightException)
        {
            // The browser is gone with its pages.
        }
    }

    private sealed class KeptPage(IPage page)
    {
        public IPage Page => page;

        public int Printed { get; set; }
    }
}
