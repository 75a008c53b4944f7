using System.Globalization;
using IspPortal.Tests.Web.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Browser;

/// <summary>One whole portal and one browser for all who drive it; they take turns, for they throw the same lab's switches.</summary>
public class LivePages : IAsyncLifetime
{
    public const string Administrator = "admin@lab.test";
    public const string Operator = "noc@lab.test";

    /// <summary>For what comes with the next read of a router, on a slow and busy machine.</summary>
    internal const float Soon = 60_000;

    private const string Password = "Lab-2026!";

    /// <summary>Whether the lab writes its past month: half a minute of a processor that tests without graphs do not need.</summary>
    protected virtual bool HasPast => true;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal LivePortal Portal { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        if (TestBrowser.Executable is null)
        {
            return;
        }

        SetDefaultExpectTimeout(Soon);
        Portal = LivePortal.Start(HasPast);
        _playwright = await Playwright.CreateAsync();
        _browser = await TestBrowser.LaunchAsync(_playwright);
    }

    /// <summary>Signs in on the sign-in page, in a browser context of its own, and gives the wall in the language asked for.</summary>
    internal async Task<IPage> SignInAsync(string email, string language = "en")
    {
        TestBrowser.SkipWithoutOne();
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
            TimezoneId = "Asia/Jakarta",
            Locale = language == "id" ? "id-ID" : "en-GB",
            BaseURL = Portal.Address,
        });
        context.SetDefaultTimeout(Soon);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.Locator("input[name='Form.Email']").FillAsync(email);
        await page.Locator("input[name='Form.Password']").FillAsync(Password);
        await page.Locator("form button[type=submit]").ClickAsync();
        await Expect(page.Locator(".wall-strip")).ToBeVisibleAsync();
        if (await page.Locator("html").GetAttributeAsync("lang") != language)
        {
            await page.Locator($".language-switch button[lang={language}]").ClickAsync();
        }

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(page.Locator("[data-figure=down]")).ToContainTextAsync("bit/s");
        return page;
    }

    /// <summary>The number that a text begins with; 0 when it begins with none.</summary>
    internal static async Task<int> CountInAsync(ILocator figure) =>
        int.TryParse(string.Concat((await figure.InnerTextAsync()).TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture, out var count) ? count : 0;

    internal static Task ExpectSomeAsync(ILocator figure) =>
        PollUntilAsync(async () => await CountInAsync(figure) > 0, TimeSpan.FromMilliseconds(Soon), () => $"{figure} shows no number above zero.");

    /// <summary>Nothing sticks out at the side, also on a phone. A chart takes a moment to follow a window that was made narrower.</summary>
    internal static Task ExpectToFitAsync(IPage page) => PollUntilAsync(
        async () => !await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth"), TimeSpan.FromSeconds(10), () => "the page is wider than the screen");

    /// <summary>Polls what only the portal knows, with a deadline.</summary>
    internal static async Task PollUntilAsync(Func<Task<bool>> condition, TimeSpan limit, Func<string> otherwise)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) >= limit)
            {
                Assert.Fail(otherwise());
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
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
