using System.Net;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.Accounts;
using IspPortal.Core.Identity.Users;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Security;

public sealed class SigningInWithABrowserTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_is_taken_to_the_sign_in_and_back()
    {
        await using var host = new PortalHost();
        using var browser = host.Browser();
        var away = await browser.GetAsync("/account?saved=profile", Token);
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        Assert.Equal("/account/sign-in?returnUrl=%2Faccount%3Fsaved%3Dprofile", away.Headers.Location!.PathAndQuery);

        var back = await host.SignInAsync(browser, "noc@lab.test", page: away.Headers.Location.PathAndQuery);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.EndsWith("/account?saved=profile", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        var cookie = Assert.Single(back.Headers.GetValues("Set-Cookie"), value => value.StartsWith("isp-portal=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("noc@lab.test", await browser.GetStringAsync("/account", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_email_and_a_wrong_page_say_the_same()
    {
        await using var host = new PortalHost();
        using var browser = host.Browser();
        foreach (var email in new[] { "admin@lab.test", "nobody@lab.test" })
        {
            var response = await host.SignInAsync(browser, email, "wrong wrong");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("identity.sign_in_failed", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://evil.test/")]
    [InlineData("//evil.test/")]
    [InlineData("/\\evil.test/")]
    [InlineData("javascript:alert(1)")]
    public async Task A_way_back_that_leads_elsewhere_leads_home(string address)
    {
        await using var host = new PortalHost();
        using var browser = host.Browser();
        var response = await host.SignInAsync(browser, "noc@lab.test", page: "/account/sign-in?returnUrl=" + Uri.EscapeDataString(address));
        Assert.Equal("http://localhost/", new Uri(new Uri("http://localhost"), response.Headers.Location!).ToString());
    }

    [Fact]
    public async Task A_form_that_another_site_made_is_refused()
    {
        await using var host = new PortalHost();
        using var browser = host.Browser();
        var response = await host.SendFormAsync(browser, "/account/sign-in", "sign-in", withToken: false, ("Email", "admin@lab.test"), ("Password", PortalHost.Password));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        await using var host = new PortalHost();
        using var browser = host.Browser();
        await host.SignInAsync(browser, "noc@lab.test");
        var response = await host.SendFormAsync(browser, "/account/sign-out", "sign-out");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account", Token)).StatusCode);
    }

    [Fact]
    public async Task Who_is_switched_off_is_out_at_once()
    {
        await using var host = new PortalHost();
        using var browser = host.Browser();
        await host.SignInAsync(browser, "noc@lab.test");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account", Token)).StatusCode);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<IActorScope>().Enter(Actor.System("test"));
            var users = (await scope.ServiceProvider.GetRequiredService<IUserDirectory>().ListAsync(new(), new(Search: "noc@lab.test"), Token)).Value;
            Assert.True((await scope.ServiceProvider.GetRequiredService<IUserEditor>().SetActiveAsync(users.Items[0].Id, false, Token)).Succeeded);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account", Token)).StatusCode);
        Assert.Contains("identity.sign_in_failed", await (await host.SignInAsync(browser, "noc@lab.test")).Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_authenticator_there_is_a_second_page()
    {
        await using var host = new PortalHost();
        var codes = await EnrolAsync(host, "noc@lab.test");
        using var browser = host.Browser();
        var first = await host.SignInAsync(browser, "noc@lab.test");
        Assert.Contains("/account/sign-in/code", first.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account", Token)).StatusCode);
        var wrong = await host.SendFormAsync(browser, "/account/sign-in/code", "code", true, ("Code", "nonsense"));
        Assert.Contains("identity.sign_in_failed", await wrong.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        var right = await host.SendFormAsync(browser, "/account/sign-in/code", "code", true, ("Code", codes[0]));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account", Token)).StatusCode);
    }

    [Fact]
    public async Task Pages_speak_the_language_of_the_browser()
    {
        await using var host = new PortalHost();
        using var browser = host.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("id");
        Assert.Contains("Kata sandi", await browser.GetStringAsync("/account/sign-in", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_sent_too_often_must_wait()
    {
        await using var host = new PortalHost(("Security:AccountFormsPerMinute", "2"));
        using var browser = host.Browser();
        await host.SignInAsync(browser, "nobody@lab.test", "x");
        await host.SignInAsync(browser, "nobody@lab.test", "x");
        var third = await host.SignInAsync(browser, "nobody@lab.test", "x");
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.NotNull(third.Headers.RetryAfter);
    }

    [Fact]
    public async Task Every_answer_tells_the_browser_what_our_pages_may_do()
    {
        await using var host = new PortalHost();
        using var browser = host.Browser();
        foreach (var address in new[] { "/account/sign-in", "/", "/api/v1/users", "/css/tokens.css" })
        {
            var headers = (await browser.GetAsync(address, Token)).Headers;
            Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("DENY", headers.GetValues("X-Frame-Options").Single());
            Assert.Equal("same-origin", headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("frame-ancestors 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.False(headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task A_set_up_link_works_in_the_browser_only_while_nobody_administers()
    {
        await using var host = new PortalHost();
        using var browser = host.Browser();
        Assert.Contains("identity.link_invalid", await browser.GetStringAsync("/account/set-up?token=x", Token), StringComparison.Ordinal);
        Assert.Contains("identity.link_invalid", await browser.GetStringAsync("/account/invite?token=x", Token), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> EnrolAsync(PortalHost host, string email)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var actor = scope.ServiceProvider.GetRequiredService<IActorScope>();
        actor.Enter(Actor.System("test"));
        var user = (await scope.ServiceProvider.GetRequiredService<IUserDirectory>().ListAsync(new(), new(Search: email), Token)).Value.Items[0];
        actor.Enter(new Actor(ActorKind.User, user.Id, user.Name, RolePermissions.Of(user.Roles), null));
        var self = scope.ServiceProvider.GetRequiredService<IAccountSelfService>();
        var secret = FromBase32((await self.StartTotpAsync(Token)).Value.Secret);
        return (await self.ConfirmTotpAsync(Totp.CodeAt(secret, Totp.StepAt(TimeProvider.System.GetUtcNow())), Token)).Value;
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
