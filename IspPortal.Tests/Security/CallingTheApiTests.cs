using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace IspPortal.Tests.Security;

public sealed class CallingTheApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Users_are_listed_to_those_who_may_see_them()
    {
        await using var host = new PortalHost();
        using var stranger = host.CreateClient();
        var refused = await stranger.GetAsync("/api/v1/users", Token);
        Assert.Equal((HttpStatusCode.Unauthorized, "identity.sign_in_required"), (refused.StatusCode, await PortalHost.CodeOfAsync(refused)));

        using var technician = await host.ClientOfAsync("tech@lab.test");
        var forbidden = await technician.GetAsync("/api/v1/users", Token);
        Assert.Equal((HttpStatusCode.Forbidden, "identity.forbidden"), (forbidden.StatusCode, await PortalHost.CodeOfAsync(forbidden)));

        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        var page = await auditor.GetFromJsonAsync<JsonElement>("/api/v1/users?role=Auditor&pageSize=5", Token);
        Assert.Equal((1, 5, 1), (page.GetProperty("page").GetInt32(), page.GetProperty("pageSize").GetInt32(), page.GetProperty("totalCount").GetInt32()));
        Assert.Equal("auditor@lab.test", page.GetProperty("items")[0].GetProperty("email").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await auditor.GetAsync("/api/v1/users?role=Root", Token)).StatusCode);
    }

    [Fact]
    public async Task The_caller_learns_who_he_is()
    {
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("noc@lab.test");
        var me = await client.GetFromJsonAsync<JsonElement>("/api/v1/auth/me", Token);
        Assert.Equal(("noc@lab.test", "NocOperator"), (me.GetProperty("email").GetString(), me.GetProperty("roles")[0].GetString()));
        Assert.Contains("routers.write", me.GetProperty("permissions").EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public async Task Tokens_are_refreshed_once_and_revoked()
    {
        await using var host = new PortalHost();
        using var client = host.CreateClient();
        var first = await host.IssueAsync("noc@lab.test");
        Assert.Equal(900, first.GetProperty("expiresIn").GetInt32());
        var body = new { refreshToken = first.GetProperty("refreshToken").GetString() };
        var next = await client.PostAsJsonAsync("/api/v1/auth/refresh", body, Token);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.True(next.Headers.CacheControl!.NoStore);
        var again = await client.PostAsJsonAsync("/api/v1/auth/refresh", body, Token);
        Assert.Equal((HttpStatusCode.Unauthorized, "identity.refresh_token_invalid"), (again.StatusCode, await PortalHost.CodeOfAsync(again)));

        var other = new { refreshToken = (await host.IssueAsync("noc@lab.test")).GetProperty("refreshToken").GetString() };
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsJsonAsync("/api/v1/auth/revoke", other, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsJsonAsync("/api/v1/auth/refresh", other, Token)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_and_broken_json_are_told_apart()
    {
        await using var host = new PortalHost();
        using var client = host.CreateClient();
        var wrong = await client.PostAsJsonAsync("/api/v1/auth/token", new { email = "noc@lab.test", password = "wrong" }, Token);
        Assert.Equal((HttpStatusCode.Unauthorized, "identity.sign_in_failed"), (wrong.StatusCode, await PortalHost.CodeOfAsync(wrong)));
        using var content = new StringContent("{", MediaTypeHeaderValue.Parse("application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/api/v1/auth/token", content, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsJsonAsync("/api/v1/auth/token", new { }, Token)).StatusCode);
    }

    [Fact]
    public async Task A_token_that_was_touched_is_no_sign_in()
    {
        await using var host = new PortalHost();
        var token = (await host.IssueAsync("admin@lab.test")).GetProperty("accessToken").GetString()!;
        var parts = token.Split('.');
        var unsigned = $"eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{parts[1]}.";
        var forged = $"{parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}";
        foreach (var bad in new[] { unsigned, forged, "nonsense", "a.b.c" })
        {
            using var client = host.CreateClient();
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + bad);
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/auth/me", Token)).StatusCode);
        }
    }

    [Fact]
    public async Task A_browser_may_read_with_its_cookie()
    {
        await using var host = new PortalHost();
        using var browser = host.Browser();
        await host.SignInAsync(browser, "admin@lab.test");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/v1/users", Token)).StatusCode);
    }
}
