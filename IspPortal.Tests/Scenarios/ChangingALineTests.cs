using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>An administrator changes what a line should be, sees what that does to the router, applies it and takes it back.</summary>
[Collection(LivePortalTests.Name)]
public sealed class ChangingALineTests(LivePages pages)
{
    private const string Password = "sangat-rahasia-7";

    [Theory]
    [ToldIn("en", "The line is new on this router", "right after each change")]
    [ToldIn("id", "Saluran baru di router ini", "langsung setelah setiap perubahan")]
    public async Task A_line_is_made_sped_up_and_taken_back(string language, string reason, string kicks)
    {
        var username = $"rencana-{language}";
        var page = await pages.SignInAsync(LivePages.Administrator, language);
        await page.GotoAsync("/subscribers");
        await page.Locator(".page-actions a[href='subscribers/new']").ClickAsync();
        await page.Locator("#line-username").FillAsync(username);
        await page.Locator("#line-password").FillAsync(Password);
        await page.Locator("#line-profile").FillAsync("HOME-20");
        await page.Locator("#line-router").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await PreviewAsync(page);

        await Expect(page.Locator(".step-diff")).ToContainTextAsync("***");
        await Expect(page.Locator(".rz-data-grid, .rz-datatable").First).ToContainTextAsync(reason);
        Assert.DoesNotContain(Password, await page.ContentAsync(), StringComparison.Ordinal);
        await ApplyAsync(page, "1");
        await Expect(page.Locator("[data-step=Done]")).ToHaveCountAsync(1);

        await page.Locator(".rz-data-row a.cell-sub", new() { HasText = username }).ClickAsync();
        await Expect(page.Locator("[data-line=applied] .badge[data-tone=good]")).ToBeVisibleAsync();
        await page.Locator(".subscriber-line a[href$='/line']").ClickAsync();
        await Expect(page.Locator("#line-password")).ToHaveValueAsync("");
        await page.Locator("#line-profile").FillAsync("HOME-50");
        await PreviewAsync(page);

        var profile = page.Locator(".step-diff li", new() { HasText = "profile" });
        await Expect(profile.Locator(".diff-before")).ToHaveTextAsync("HOME-20");
        await Expect(profile.Locator(".diff-after")).ToHaveTextAsync("HOME-50");
        await Expect(page.Locator(".step-diff", new() { HasText = "***" })).ToHaveCountAsync(0);
        if (await page.Locator("[data-figure=kicks]").InnerTextAsync() != "0")
        {
            await Expect(page.Locator(".plan-tiles")).ToContainTextAsync(kicks);
        }

        var faster = page.Url;
        await ApplyAsync(page, await page.Locator("[data-figure=steps]").InnerTextAsync());

        await page.Locator(".page-actions button:has-text('undo')").ClickAsync();
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-plan-state]")).ToHaveAttributeAsync("data-plan-state", "Draft");
        await Expect(profile.Locator(".diff-after")).ToHaveTextAsync("HOME-20");
        await ApplyAsync(page, await page.Locator("[data-figure=steps]").InnerTextAsync());
        await page.GotoAsync(faster);
        await Expect(page.Locator("[data-plan-state]")).ToHaveAttributeAsync("data-plan-state", "Undone");
        await page.Context.CloseAsync();
    }

    private static async Task PreviewAsync(IPage page)
    {
        await page.Locator(".form-actions button.button-primary").ClickAsync();
        await Expect(page.Locator("[data-plan-state]")).ToHaveAttributeAsync("data-plan-state", "Draft");
    }

    // Nothing is loaded anew: the page follows the plan by itself.
    private static async Task ApplyAsync(IPage page, string steps)
    {
        await page.EvaluateAsync("window.sameDocument = true");
        await page.Locator(".page-actions button.button-primary").ClickAsync();
        await Expect(page.Locator(".rz-dialog p")).ToContainTextAsync(steps);
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-plan-state]")).ToHaveAttributeAsync("data-plan-state", "Applied");
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"), "The page was loaded anew.");
    }
}
