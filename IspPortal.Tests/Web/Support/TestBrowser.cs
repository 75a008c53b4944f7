using Microsoft.Playwright;

namespace IspPortal.Tests.Web.Support;

/// <summary>Chromium as the system provides it.</summary>
internal static class TestBrowser
{
    // The shell has no window to draw: half the processes, and a suite of browsers needs them.
    private static readonly string[] Places = ["/usr/lib/chromium/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static string? Executable => Environment.GetEnvironmentVariable("PORTAL_CHROMIUM") ?? Array.Find(Places, File.Exists);

    public static void SkipWithoutOne() => Assert.SkipUnless(Executable is not null, "There is no Chromium here; install it or name it in PORTAL_CHROMIUM.");

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright) => await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Executable,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    });
}
