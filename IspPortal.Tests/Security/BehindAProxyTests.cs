using System.Net;

namespace IspPortal.Tests.Security;

/// <summary>A real server whose caller is always 127.0.0.1: the proxy, or somebody who pretends to be one.</summary>
public sealed class BehindAProxyTests
{
    private static readonly (string, string) TheProxy = ("Security:KnownProxies:0", "127.0.0.1");
    private static readonly (string, string) AnotherProxy = ("Security:KnownProxies:0", "10.9.9.9");
    private static readonly (string, string) TwoRequests = ("Api:AnonymousRequestsPerMinute", "2");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_known_proxy_says_that_the_browser_came_by_https()
    {
        await using var host = Start("Production", TheProxy);
        var response = await SignInPageAsync(host, "https");
        Assert.Equal("max-age=31536000", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")));
        Assert.All(response.Headers.GetValues("Set-Cookie").Where(cookie => cookie.StartsWith("isp-portal", StringComparison.Ordinal)),
            cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Plain_http_promises_nothing_about_https()
    {
        await using var host = Start("Production", TheProxy);
        var response = await SignInPageAsync(host, "http");
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
        Assert.All(response.Headers.GetValues("Set-Cookie"), cookie => Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Development_promises_nothing_about_https()
    {
        await using var host = Start("Development", TheProxy);
        Assert.False((await SignInPageAsync(host, "https")).Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Nobody_is_believed_by_default()
    {
        await using var host = Start("Production");
        Assert.False((await SignInPageAsync(host, "https")).Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Whoever_is_not_the_known_proxy_is_not_believed()
    {
        await using var host = Start("Production", AnotherProxy);
        Assert.False((await SignInPageAsync(host, "https")).Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Callers_behind_a_known_proxy_have_budgets_of_their_own()
    {
        await using var host = Start("Production", TheProxy, TwoRequests);
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(host, "203.0.113.9"));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(host, "203.0.113.9"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await CallAsync(host, "203.0.113.9"));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(host, "203.0.113.10"));
    }

    [Fact]
    public async Task An_address_that_a_caller_wrote_before_the_proxys_own_is_not_believed()
    {
        await using var host = Start("Production", TheProxy, TwoRequests);
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(host, "198.51.100.1, 203.0.113.9"));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(host, "198.51.100.2, 203.0.113.9"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await CallAsync(host, "198.51.100.3, 203.0.113.9"));
    }

    [Fact]
    public async Task Addresses_that_a_stranger_makes_up_share_his_budget()
    {
        await using var host = Start("Production", TwoRequests);
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(host, "203.0.113.9"));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(host, "203.0.113.10"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await CallAsync(host, "203.0.113.11"));
    }

    private static PortalHost Start(string environment, params (string Key, string Value)[] settings)
    {
        var host = new PortalHost([("environment", environment), .. settings]);
        host.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        host.StartServer();
        return host;
    }

    private static async Task<HttpResponseMessage> SignInPageAsync(PortalHost host, string scheme)
    {
        using var browser = host.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/sign-in");
        request.Headers.Host = "portal.example.net";
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", scheme);
        var response = await browser.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response;
    }

    private static async Task<HttpStatusCode> CallAsync(PortalHost host, string forwardedFor)
    {
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/routers");
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        return (await client.SendAsync(request, Token)).StatusCode;
    }
}
