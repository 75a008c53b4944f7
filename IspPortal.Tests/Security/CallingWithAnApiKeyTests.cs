using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace IspPortal.Tests.Security;

/// <summary>Keys at the door of the whole portal.</summary>
public sealed class CallingWithAnApiKeyTests
{
    private const string Header = "X-Api-Key";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_calls_in_either_header_within_its_scopes()
    {
        await using var host = new PortalHost();
        using var administrator = await host.ClientOfAsync("admin@lab.test");
        var (_, secret) = await MakeAsync(administrator, "routers.read");
        using var byBearer = ByBearer(host, secret);
        using var byHeader = ByHeader(host, secret);
        foreach (var client in new[] { byBearer, byHeader })
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/routers", Token)).StatusCode);
            await ProblemAsync(await client.GetAsync("/api/v1/users", Token), HttpStatusCode.Forbidden, "identity.forbidden");
            await ProblemAsync(await client.PostAsJsonAsync("/api/v1/routers", new { name = "X" }, Token), HttpStatusCode.Forbidden, "identity.forbidden");
        }
    }

    [Fact]
    public async Task What_a_key_changes_is_audited_in_its_name()
    {
        await using var host = new PortalHost();
        using var administrator = await host.ClientOfAsync("admin@lab.test");
        var (id, secret) = await MakeAsync(administrator, "customers.read", "customers.write");
        using var client = ByHeader(host, secret);
        var added = await client.PostAsJsonAsync("/api/v1/customers", new { name = "Siti Aminah", phone = "081234567890" }, Token);
        Assert.True(added.StatusCode == HttpStatusCode.Created, await added.Content.ReadAsStringAsync(Token));

        var entry = (await administrator.GetFromJsonAsync<JsonElement>($"/api/v1/audit?actorId={id}&entity=customer", Token)).GetProperty("items")[0];
        Assert.Equal(("apiKey", $"Sync ({secret[..14]})"), (entry.GetProperty("actorKind").GetString(), entry.GetProperty("actorName").GetString()));
        var made = (await administrator.GetFromJsonAsync<JsonElement>($"/api/v1/audit?entity=api_key&entityId={id}", Token)).GetProperty("items")[0];
        Assert.Equal(("created", $"Sync ({secret[..14]})"), (made.GetProperty("action").GetString(), made.GetProperty("entityName").GetString()));
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_key_the_answer_is_the_same()
    {
        await using var host = new PortalHost(("Api:AnonymousRequestsPerMinute", "1000"));
        using var administrator = await host.ClientOfAsync("admin@lab.test");
        var (id, revoked) = await MakeAsync(administrator, "routers.read");
        Assert.Equal(HttpStatusCode.NoContent, (await administrator.PostAsJsonAsync($"/api/v1/api-keys/{id}/revoke", new { reason = "lost" }, Token)).StatusCode);
        var (_, elsewhere) = await MakeAsync(administrator, ["routers.read"], ["203.0.113.0/24"]);
        var (_, right) = await MakeAsync(administrator, "routers.read");
        var unknown = right[..^1] + (right[^1] == 'a' ? 'b' : 'a');

        var answers = new List<string>();
        foreach (var secret in new[] { revoked, elsewhere, unknown, "isp_nonsense" })
        {
            using var client = ByBearer(host, secret);
            answers.Add(await RefusalAsync(client, "/api/v1/routers"));
            answers.Add(await RefusalAsync(client, "/api/v1/no-such-thing"));
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        using var stillGood = ByBearer(host, right);
        Assert.Equal(HttpStatusCode.OK, (await stillGood.GetAsync("/api/v1/routers", Token)).StatusCode);
    }

    [Fact]
    public async Task A_key_with_networks_works_from_there_alone()
    {
        await using var host = new PortalHost();
        using var administrator = await host.ClientOfAsync("admin@lab.test");
        var (_, secret) = await MakeAsync(administrator, ["routers.read"], ["203.0.113.0/24"]);
        Assert.Equal(200, await CallFromAsync("203.0.113.80"));
        Assert.Equal(200, await CallFromAsync("::ffff:203.0.113.80"));
        Assert.Equal(401, await CallFromAsync("203.0.114.80"));

        async Task<int> CallFromAsync(string address) => (await host.Server.SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            context.Request.Method = HttpMethods.Get;
            context.Request.Path = "/api/v1/routers";
            context.Request.Headers[Header] = secret;
        }, Token)).Response.StatusCode;
    }

    [Fact]
    public async Task A_key_opens_no_page_and_no_export()
    {
        await using var host = new PortalHost();
        using var administrator = await host.ClientOfAsync("admin@lab.test");
        var (_, secret) = await MakeAsync(administrator, "routers.read", "users.read");
        foreach (var path in new[] { "/", "/routers", "/users", "/export/users.csv", "/account/profile" })
        {
            foreach (var bearer in new[] { true, false })
            {
                using var browser = host.Browser();
                browser.DefaultRequestHeaders.TryAddWithoutValidation(bearer ? "Authorization" : Header, bearer ? "Bearer " + secret : secret);
                var answer = await browser.GetAsync(path, Token);
                Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Found, $"{path} {answer.StatusCode}");
                Assert.True(answer.StatusCode != HttpStatusCode.Found || answer.Headers.Location!.ToString().Contains("/account/sign-in", StringComparison.Ordinal), path);
            }
        }
    }

    [Fact]
    public async Task A_key_neither_signs_in_nor_makes_keys()
    {
        await using var host = new PortalHost();
        using var administrator = await host.ClientOfAsync("admin@lab.test");
        var (_, secret) = await MakeAsync(administrator, "api-keys.read", "api-keys.write");
        using var client = ByHeader(host, secret);
        await ProblemAsync(await client.GetAsync("/api/v1/auth/me", Token), HttpStatusCode.Forbidden, "identity.person_required");
        await ProblemAsync(await client.PostAsJsonAsync("/api/v1/auth/token", new { email = "noc@lab.test", password = PortalHost.Password }, Token), HttpStatusCode.Forbidden, "identity.person_required");
        await ProblemAsync(await client.PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken = "x" }, Token), HttpStatusCode.Forbidden, "identity.person_required");
        await ProblemAsync(await client.PostAsJsonAsync("/api/v1/api-keys", new { name = "Child", scopes = new[] { "api-keys.read" } }, Token), HttpStatusCode.Forbidden, "identity.person_required");
        Assert.Equal(1, (await client.GetFromJsonAsync<JsonElement>("/api/v1/api-keys", Token)).GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Each_key_has_a_budget_of_its_own()
    {
        await using var host = new PortalHost(("Api:RequestsPerMinute", "4"));
        using var administrator = await host.ClientOfAsync("admin@lab.test");
        var (_, first) = await MakeAsync(administrator, "routers.read");
        var (_, second) = await MakeAsync(administrator, "routers.read");
        using var one = ByBearer(host, first);
        using var oneAgain = ByHeader(host, first);
        using var two = ByBearer(host, second);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await one.GetAsync("/api/v1/routers", Token)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await oneAgain.GetAsync("/api/v1/routers", Token)).StatusCode);
        }

        await ProblemAsync(await one.GetAsync("/api/v1/routers", Token), HttpStatusCode.TooManyRequests, "common.too_many_requests");
        Assert.Equal(HttpStatusCode.OK, (await two.GetAsync("/api/v1/routers", Token)).StatusCode);
    }

    [Fact]
    public async Task Keys_that_do_not_work_use_up_the_budget_of_their_address()
    {
        await using var host = new PortalHost(("Api:AnonymousRequestsPerMinute", "2"));
        using var client = ByBearer(host, "isp_nonsense");
        await ProblemAsync(await client.GetAsync("/api/v1/routers", Token), HttpStatusCode.Unauthorized, "identity.api_key_invalid");
        await ProblemAsync(await client.GetAsync("/api/v1/routers", Token), HttpStatusCode.Unauthorized, "identity.api_key_invalid");
        await ProblemAsync(await client.GetAsync("/api/v1/routers", Token), HttpStatusCode.TooManyRequests, "common.too_many_requests");
    }

    [Fact]
    public async Task What_a_key_was_refused_is_in_the_audit()
    {
        await using var host = new PortalHost(("Api:RequestsPerMinute", "30"));
        using var administrator = await host.ClientOfAsync("admin@lab.test");
        var (id, secret) = await MakeAsync(administrator, "routers.read");
        using var client = ByHeader(host, secret);
        await ProblemAsync(await client.GetAsync("/api/v1/users?search=rahasia", Token), HttpStatusCode.Forbidden, "identity.forbidden");
        await ProblemAsync(await client.GetAsync("/api/v1/users", Token), HttpStatusCode.Forbidden, "identity.forbidden");
        for (var i = 0; i < 40; i++)
        {
            using var answer = await client.GetAsync("/api/v1/routers?pageSize=1", Token);
        }

        using var stranger = ByHeader(host, "isp_nonsense");
        await ProblemAsync(await stranger.GetAsync("/api/v1/routers", Token), HttpStatusCode.Unauthorized, "identity.api_key_invalid");

        var rows = (await administrator.GetFromJsonAsync<JsonElement>("/api/v1/audit?action=key_refused&entity=api_key", Token)).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(3, rows.Count);
        var told = new List<(string? Actor, string? Reason, string? Request, string? Permission)>();
        foreach (var row in rows)
        {
            var after = (await administrator.GetFromJsonAsync<JsonElement>($"/api/v1/audit/{row.GetProperty("id").GetGuid()}", Token)).GetProperty("after");
            told.Add((row.GetProperty("actorName").GetString(), TextOf(after, "reason"), TextOf(after, "request"), TextOf(after, "permission")));
        }

        var name = $"Sync ({secret[..14]})";
        Assert.Contains((name, "out_of_scope", "GET /api/v1/users", "users.read"), told);
        Assert.Contains((name, "too_many_requests", "GET /api/v1/routers", null), told);
        Assert.Contains(("anonymous", "unknown", null, null), told);
        Assert.Equal(2, rows.Count(row => row.GetProperty("entityId").GetString() == id.ToString()));

        static string? TextOf(JsonElement after, string field) => after.GetProperty(field).GetString();
    }

    [Fact]
    public async Task A_key_that_is_sent_decides_alone()
    {
        await using var host = new PortalHost();
        using var browser = host.Browser();
        await host.SignInAsync(browser, "admin@lab.test");
        using var administrator = await host.ClientOfAsync("admin@lab.test");
        var (_, secret) = await MakeAsync(administrator, "routers.read");

        browser.DefaultRequestHeaders.TryAddWithoutValidation(Header, "isp_nonsense");
        await ProblemAsync(await browser.GetAsync("/api/v1/users", Token), HttpStatusCode.Unauthorized, "identity.api_key_invalid");
        browser.DefaultRequestHeaders.Remove(Header);
        browser.DefaultRequestHeaders.TryAddWithoutValidation(Header, secret);
        await ProblemAsync(await browser.GetAsync("/api/v1/users", Token), HttpStatusCode.Forbidden, "identity.forbidden");

        administrator.DefaultRequestHeaders.TryAddWithoutValidation(Header, secret);
        await ProblemAsync(await administrator.GetAsync("/api/v1/routers", Token), HttpStatusCode.Unauthorized, "identity.api_key_invalid");
    }

    [Fact]
    public async Task Keys_are_listed_read_made_and_revoked_and_the_secret_is_told_once()
    {
        await using var host = new PortalHost();
        using var administrator = await host.ClientOfAsync("admin@lab.test");
        var answer = await administrator.PostAsJsonAsync("/api/v1/api-keys", new { name = "Sync", scopes = new[] { "routers.read" }, expiresAtUtc = TimeProvider.System.GetUtcNow().AddDays(1) }, Token);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        var (url, secret) = (answer.Headers.Location!.ToString(), body.GetProperty("secret").GetString()!);

        var details = await administrator.GetStringAsync(url, Token);
        var list = await administrator.GetStringAsync("/api/v1/api-keys?state=active&search=sync", Token);
        Assert.Equal("active", JsonSerializer.Deserialize<JsonElement>(details).GetProperty("key").GetProperty("state").GetString());
        Assert.Equal(1, JsonSerializer.Deserialize<JsonElement>(list).GetProperty("totalCount").GetInt32());
        Assert.DoesNotContain(secret[15..], details + list, StringComparison.Ordinal);

        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync(url, Token)).StatusCode);
        await ProblemAsync(await auditor.PostAsJsonAsync(url + "/revoke", new { reason = "x" }, Token), HttpStatusCode.Forbidden, "identity.forbidden");
        await ProblemAsync(await administrator.PostAsJsonAsync(url + "/revoke", new { reason = "" }, Token), HttpStatusCode.UnprocessableEntity, "common.invalid");
        Assert.Equal(HttpStatusCode.NoContent, (await administrator.PostAsJsonAsync(url + "/revoke", new { reason = "lost" }, Token)).StatusCode);
        await ProblemAsync(await administrator.PostAsJsonAsync(url + "/revoke", new { reason = "lost" }, Token), HttpStatusCode.Conflict, "identity.api_key_revoked");
        await ProblemAsync(await administrator.GetAsync("/api/v1/api-keys?state=odd", Token), HttpStatusCode.UnprocessableEntity, "common.unknown_value");
        await ProblemAsync(await administrator.GetAsync($"/api/v1/api-keys/{Guid.CreateVersion7()}", Token), HttpStatusCode.NotFound, "identity.api_key_not_found");
        await ProblemAsync(await administrator.PostAsJsonAsync("/api/v1/api-keys", new { }, Token), HttpStatusCode.UnprocessableEntity, "common.invalid");
    }

    [Fact]
    public async Task The_document_says_where_a_key_may_be_sent()
    {
        await using var host = new PortalHost();
        using var stranger = host.CreateClient();
        var document = OpenApiDocument.Parse(await stranger.GetStringAsync("/openapi/v1.json", Token), "json").Document!;
        var scheme = document.Components!.SecuritySchemes!["apiKey"];
        Assert.Equal((SecuritySchemeType.ApiKey, ParameterLocation.Header, Header), (scheme.Type, scheme.In, scheme.Name));
        Assert.Equal(2, document.Paths["/api/v1/routers"].Operations![HttpMethod.Get].Security!.Count);
        Assert.Single(document.Paths["/api/v1/auth/me"].Operations![HttpMethod.Get].Security!);
        Assert.Single(document.Paths["/api/v1/api-keys"].Operations![HttpMethod.Post].Security!);
    }

    private static Task<(Guid Id, string Secret)> MakeAsync(HttpClient administrator, params string[] scopes) => MakeAsync(administrator, scopes, []);

    private static async Task<(Guid Id, string Secret)> MakeAsync(HttpClient administrator, string[] scopes, string[] allowedAddresses)
    {
        var answer = await administrator.PostAsJsonAsync("/api/v1/api-keys", new { name = "Sync", scopes, allowedAddresses }, Token);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Token));
        var key = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        return (key.GetProperty("id").GetGuid(), key.GetProperty("secret").GetString()!);
    }

    private static HttpClient ByBearer(PortalHost host, string secret)
    {
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    private static HttpClient ByHeader(PortalHost host, string secret)
    {
        var client = host.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation(Header, secret);
        return client;
    }

    private static async Task ProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code) =>
        Assert.Equal((status, code), (response.StatusCode, await PortalHost.CodeOfAsync(response)));

    /// <summary>Everything of a refusal but what names the request.</summary>
    private static async Task<string> RefusalAsync(HttpClient client, string path)
    {
        var response = await client.GetAsync(path, Token);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<Dictionary<string, JsonElement>>(Token);
        Assert.Equal("identity.api_key_invalid", problem!["code"].GetString());
        problem.Remove("traceId");
        return JsonSerializer.Serialize(problem) + response.Headers.WwwAuthenticate;
    }
}
