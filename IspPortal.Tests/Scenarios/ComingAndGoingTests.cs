using IspPortal.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>People sign in and out, see what their role allows, and leave nothing behind.</summary>
[Collection(LivePortalTests.Name)]
public sealed class ComingAndGoingTests(LivePages pages)
{
    private static readonly string[] Places = ["/", "/sessions", "/routers", "/alerts", "/map"];

    private static bool IsFull => Environment.GetEnvironmentVariable("ISPPORTAL_FULL") == "1";

    [Theory]
    [InlineData("en", "Sign out", "Sign in")]
    [InlineData("id", "Keluar", "Masuk")]
    public async Task Signing_out_closes_the_portal(string language, string signOut, string signIn)
    {
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await page.Locator(".account-menu summary").ClickAsync();
        await page.Locator(".account-menu a", new() { HasText = signOut }).ClickAsync();
        await page.Locator("form button[type=submit]", new() { HasText = signOut }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(signIn);

        await page.GotoAsync("/sessions");
        await Expect(page.Locator("input[name='Form.Password']")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", "You may not see or do this.")]
    [InlineData("id", "Anda tidak punya izin untuk ini.")]
    public async Task An_operator_sees_no_administration_and_is_told_why(string language, string sentence)
    {
        var page = await pages.SignInAsync(LivePages.Operator, language);
        await Expect(page.Locator(".navigation a[href='/routers']")).ToBeVisibleAsync();
        foreach (var place in new[] { "/users", "/settings" })
        {
            await Expect(page.Locator($".navigation a[href='{place}']")).ToHaveCountAsync(0);
            await page.GotoAsync(place);
            await Expect(page.Locator(".error-panel[data-kind=forbidden]")).ToContainTextAsync(sentence);
            await Expect(page.Locator(".shell .navigation")).ToBeVisibleAsync();
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pages_that_were_closed_leave_no_subscription()
    {
        var page = await pages.SignInAsync(LivePages.Administrator);
        await page.GotoAsync("/account");
        await LivePages.PollUntilAsync(() => Task.FromResult(pages.Portal.Feed.SubscriptionCount == 0), TimeSpan.FromSeconds(30), Left);
        for (var opened = 0; opened < (IsFull ? 50 : 10); opened++)
        {
            var tab = await page.Context.NewPageAsync();
            await tab.GotoAsync(Places[opened % Places.Length]);
            await Expect(tab.Locator(".shell h1")).ToBeAttachedAsync();
            Assert.NotEqual(0, pages.Portal.Feed.SubscriptionCount);
            await tab.CloseAsync(new() { RunBeforeUnload = true });
        }

        // At once, but half a minute for a page that was closed before its script could promise to say good-bye.
        await LivePages.PollUntilAsync(() => Task.FromResult(pages.Portal.Feed.SubscriptionCount == 0), TimeSpan.FromSeconds(60), Left);
        await page.Context.CloseAsync();
    }

    private string Left() => $"{pages.Portal.Feed.SubscriptionCount} subscriptions are still open.";
}
