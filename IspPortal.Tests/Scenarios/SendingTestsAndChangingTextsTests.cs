using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>The administrator changes the text of a message, sends a test by a sender, and sees it arrive at the lab's provider; then a forgotten password comes by mail. In both languages.</summary>
[Collection(LivePortalTests.Name)]
public sealed class SendingTestsAndChangingTextsTests(LivePages pages)
{
    [Theory]
    [ToldIn("en", "uji.en@example.net")]
    [ToldIn("id", "uji.id@example.net")]
    public async Task A_changed_text_arrives_with_the_test(string language, string address)
    {
        var page = await pages.SignInAsync(LivePages.Administrator, language);

        // The text in the language of the business: a field that is not there is refused, a good one is shown at once.
        await page.GotoAsync("/message-templates/messages.test?channel=Email&lang=id");
        await Expect(page.Locator("[data-preview] .message-text")).ToContainTextAsync("Jaya Net");
        await page.Locator("#template-body").FillAsync("Halo {pelanggan}");
        await Expect(page.Locator("#template-body-error")).ToContainTextAsync("pelanggan");
        await Expect(page.Locator("[data-preview] .message-text")).ToHaveCountAsync(0);
        await page.Locator("#template-body").FillAsync("Halo dari {company}, " + language);
        await Expect(page.Locator("[data-preview] .message-text")).ToHaveTextAsync("Halo dari Jaya Net, " + language);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(page.Locator(".rz-notification, .rz-growl").First).ToBeVisibleAsync();
        await page.GotoAsync("/message-templates");
        await Expect(page.Locator("tbody tr", new() { HasText = "messages.test" })).ToContainTextAsync("E-mail (id)");

        // A provider that is not there says so; when it is back the test goes through.
        await ThrowAsync(page, "Down");
        await page.GotoAsync("/message-senders");
        await page.Locator("tbody a.cell-main", new() { HasText = "Mail" }).First.ClickAsync();
        await page.Locator("#sender-test").FillAsync(address);
        await page.Locator("[data-act=test]").ClickAsync();
        await Expect(page.Locator("[data-test-card] .error-panel")).ToContainTextAsync("messages.test_failed");
        await ThrowAsync(page, "");
        await page.GoBackAsync();
        await page.Locator("#sender-test").FillAsync(address);
        await page.Locator("[data-act=test]").ClickAsync();
        await Expect(page.Locator("[data-tested]")).ToBeVisibleAsync();

        await page.GotoAsync("/lab");
        var letter = page.Locator("[data-letter=Mail]", new() { HasText = address }).First;
        await Expect(letter.Locator(".message-text")).ToContainTextAsync(", " + language);
        await page.GotoAsync($"/messages?q={Uri.EscapeDataString(address)}");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await page.Locator("tbody a.cell-main").First.ClickAsync();
        await Expect(page.Locator(".message-paper")).ToContainTextAsync(", " + language);

        await page.GotoAsync("/message-templates/messages.test?channel=Email&lang=id");
        await page.Locator(".page-actions .menu summary").ClickAsync();
        await page.Locator("[data-act=reset]").ClickAsync();
        await page.Locator(".dialog-actions .button-danger").ClickAsync();
        await Expect(page.Locator("[data-preview] .message-text")).ToContainTextAsync("uji coba");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_forgotten_password_comes_by_mail_and_strangers_are_told_the_same()
    {
        var page = await pages.SignInAsync(LivePages.Administrator);
        var other = await page.Context.Browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = pages.Portal.Address, Locale = "en-GB" });
        other.SetDefaultTimeout(LivePages.Soon);
        var visitor = await other.NewPageAsync();
        foreach (var email in new[] { "nobody@lab.test", "auditor@lab.test" })
        {
            await visitor.GotoAsync("/account/sign-in");
            await visitor.Locator("a[href='account/forgot-password']").ClickAsync();
            await visitor.Locator("input[name='Form.Email']").FillAsync(email);
            await visitor.Locator("form button[type=submit]").ClickAsync();
            await Expect(visitor.Locator("[data-asked]")).ToContainTextAsync(email);
        }

        await page.GotoAsync("/lab");
        var letter = page.Locator("[data-letter=Mail]", new() { HasText = "auditor@lab.test" }).First;
        await Expect(letter.Locator(".message-text")).ToContainTextAsync("/account/reset-password?token=");
        await Expect(page.Locator("[data-letter=Mail]", new() { HasText = "nobody@lab.test" })).ToHaveCountAsync(0);
        var link = System.Text.RegularExpressions.Regex.Match(await letter.InnerTextAsync(), "account/reset-password\\?token=[A-Za-z0-9_-]+", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Value;
        await visitor.GotoAsync("/" + link);
        await Expect(visitor.Locator("input[name='Form.Password']")).ToBeVisibleAsync();
        await other.CloseAsync();

        // In the log its text is nobody's.
        await page.GotoAsync("/messages?q=auditor");
        await page.Locator("tbody a.cell-main").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("New password");
        await Expect(page.Locator(".message-paper")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private static async Task ThrowAsync(IPage page, string fault)
    {
        await page.GotoAsync("/lab");
        await page.Locator("select[data-provider=Mail]").SelectOptionAsync(fault);
        await Expect(page.Locator(".rz-notification, .rz-growl").First).ToBeVisibleAsync();
    }
}
