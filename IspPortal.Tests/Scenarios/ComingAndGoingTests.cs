using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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
    [ToldIn("en", "Sign out", "Sign in")]
    [ToldIn("id", "Keluar", "Masuk")]
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
    [ToldIn("en", "You may not see or do this.")]
    [ToldIn("id", "Anda tidak punya izin untuk ini.")]
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
        await NobodySubscribesAsync();
        for (var opened = 0; opened < (IsFull ? 50 : 10); opened++)
        {
            var tab = await page.Context.NewPageAsync();
            await tab.GotoAsync(Places[opened % Places.Length]);
            await Expect(tab.Locator(".shell h1")).ToBeAttachedAsync();
            await LivePages.PollUntilAsync(
                () => Task.FromResult(pages.Portal.Feed.SubscriptionCount > 0), TimeSpan.FromMilliseconds(LivePages.Soon), () => $"{tab.Url} subscribes to nothing.");
            await tab.CloseAsync(new() { RunBeforeUnload = true });
            await NobodySubscribesAsync();
        }

        await page.Context.CloseAsync();
    }

    // A page that was closed while its circuit was still being set up goes without a word: then the portal keeps it for as long as a lost connection may last.
    private Task NobodySubscribesAsync()
    {
        var kept = pages.Portal.Services.GetRequiredService<IOptions<CircuitOptions>>().Value.DisconnectedCircuitRetentionPeriod;
        return LivePages.PollUntilAsync(
            () => Task.FromResult(pages.Portal.Feed.SubscriptionCount == 0), kept + TimeSpan.FromSeconds(60), () => $"{pages.Portal.Feed.SubscriptionCount} subscriptions are still open.");
    }
}
