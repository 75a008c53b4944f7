using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IspPortal.Tests.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace IspPortal.Tests.Api;

/// <summary>Through the real pipeline: sign-in, guard, services, database.</summary>
public sealed class TheWholeApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_list_answers_the_auditor_and_the_administrator_with_a_page()
    {
        await using var host = new PortalHost();
        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        using var administrator = await host.ClientOfAsync("admin@lab.test");
        foreach (var list in new[] { "routers", "sessions", "accesses", "router-backups", "access-plans", "imports", "drift", "address-pools", "address-assignments", "address-conflicts", "customers", "customer-imports", "billing-accounts", "billing-runs", "invoices", "credit-notes", "opening-imports", "receipts", "refunds", "dunning-accounts", "promises", "late-fees", "isolir-runs", "ageing", "withholding-slips/waiting", "revenue/shares", "leaks", "ledger-entries", "day-closings", "plans", "inventory-items", "inventory-models", "warehouses", "stock-counts", "sites", "odps", "cables", "plant-areas", "places-to-build", "optical-levels", "optical-causes", "outages", "alerts", "alert-rules", "alert-policies", "maintenance-windows", "messages", "message-templates", "message-senders", "capacity", "availability/lines", "dashboards", "reports", "report-schedules", "users", "api-keys", "settings", "audit", "jobs" })
        {
            // A file of customers holds identity numbers: the auditor sees none.
            foreach (var client in list == "customer-imports" ? [administrator] : new[] { auditor, administrator })
            {
                var page = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/{list}?page=1&pageSize=10", Token));
                Assert.Equal(JsonValueKind.Array, page.GetProperty("items").ValueKind);
                Assert.Equal((1, 10), (page.GetProperty("page").GetInt32(), page.GetProperty("pageSize").GetInt32()));
                Assert.True(page.GetProperty("totalCount").GetInt64() >= page.GetProperty("items").GetArrayLength(), list);
            }
        }
    }

    [Fact]
    public async Task Every_route_is_closed_to_strangers_and_stands_in_the_document()
    {
        await using var host = new PortalHost(("Api:AnonymousRequestsPerMinute", "1000"));
        using var stranger = host.CreateClient();
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => (
                Method: method,
                Path: "/" + endpoint.RoutePattern.RawText!.Trim('/'),
                Open: endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)))
            .ToArray();

        foreach (var (method, path, _) in routes.Where(route => !route.Open))
        {
            var url = path.Replace("{id}", RouterRows.BekasiId.ToString(), StringComparison.Ordinal).Replace("{key}", "company", StringComparison.Ordinal);
            await ApiHost.ProblemAsync(await stranger.SendAsync(new HttpRequestMessage(HttpMethod.Parse(method), url), Token), 401, "identity.sign_in_required");
        }

        var read = OpenApiDocument.Parse(await stranger.GetStringAsync("/openapi/v1.json", Token), "json");
        Assert.Empty(read.Diagnostic?.Errors ?? []);
        var named = read.Document!.Paths.SelectMany(path => path.Value.Operations!.Select(operation => $"{operation.Key} {path.Key}")).Order(StringComparer.Ordinal);
        Assert.Equal(routes.Select(route => $"{route.Method} {route.Path}").Order(StringComparer.Ordinal), named);
        Assert.Contains("/api/v1/auth/token", read.Document.Paths.Keys);
    }

    [Fact]
    public async Task A_router_lives_from_post_to_delete_and_its_password_never_comes_back()
    {
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("noc@lab.test");
        var body = new { name = "RTR-TEST", host = "127.0.0.1", port = 1, username = "portal", password = "very-s3cret" };

        await ApiHost.ProblemAsync(await client.PostAsJsonAsync("/api/v1/routers", body, Token), 400, "common.idempotency_key_required");
        var created = await PostAsync(client, "/api/v1/routers", "add-1", body);
        var router = await ApiHost.BodyAsync(created, 201);
        var url = created.Headers.Location!.ToString();
        var again = await PostAsync(client, "/api/v1/routers", "add-1", body);
        Assert.Equal(router.GetProperty("id").GetString(), (await ApiHost.BodyAsync(again, 201)).GetProperty("id").GetString());
        await ApiHost.ProblemAsync(await PostAsync(client, "/api/v1/routers", "add-1", new { name = "OTHER" }), 422, "common.idempotency_key_reused");
        await ApiHost.ProblemAsync(await PostAsync(client, "/api/v1/routers", "add-2", body), 409, "network.router_name_taken");
        var invalid = await PostAsync(client, "/api/v1/routers", "add-3", new { name = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, invalid.StatusCode);

        var version = router.GetProperty("version").GetInt64();
        var changed = await client.PutAsJsonAsync(url, new { body.name, body.host, body.port, body.username, site = "Depok", version }, Token);
        Assert.Equal("Depok", (await ApiHost.BodyAsync(changed)).GetProperty("site").GetString());
        await ApiHost.ProblemAsync(await client.PutAsJsonAsync(url, new { body.name, body.host, body.port, body.username, version }, Token), 409, "common.version_conflict");

        var tested = await PostAsync(client, $"{url}/test", "test-1", null);
        Assert.Contains(tested.StatusCode, new[] { HttpStatusCode.BadGateway, HttpStatusCode.GatewayTimeout });
        var disabled = await ApiHost.BodyAsync(await PostAsync(client, $"{url}/disable", "off-1", null));
        Assert.Equal("disabled", disabled.GetProperty("state").GetString());

        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        var everything = await auditor.GetStringAsync("/api/v1/routers", Token) + await auditor.GetStringAsync(url, Token) + await auditor.GetStringAsync("/api/v1/audit?entity=router", Token);
        foreach (var entry in JsonSerializer.Deserialize<JsonElement>(await auditor.GetStringAsync("/api/v1/audit", Token)).GetProperty("items").EnumerateArray())
        {
            everything += await auditor.GetStringAsync($"/api/v1/audit/{entry.GetProperty("id").GetString()}", Token);
        }

        Assert.DoesNotContain("very-s3cret", everything, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.DeleteAsync(url, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(url + "?reason=sold", Token)).StatusCode);
        await ApiHost.ProblemAsync(await client.GetAsync(url, Token), 404, "network.router_not_found");
    }

    [Fact]
    public async Task A_setting_is_read_changed_and_guarded_by_its_version()
    {
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("admin@lab.test");
        var section = await ApiHost.BodyAsync(await client.GetAsync("/api/v1/settings/company", Token));
        var version = section.GetProperty("version").GetInt64();

        var saved = await ApiHost.BodyAsync(await client.PutAsJsonAsync("/api/v1/settings/company", new { version, values = new { name = "Warga Net" } }, Token));

        Assert.Equal("Warga Net", saved.GetProperty("values").GetProperty("name").GetString());
        await ApiHost.ProblemAsync(await client.PutAsJsonAsync("/api/v1/settings/company", new { version, values = new { name = "X" } }, Token), 409, "common.version_conflict");
        await ApiHost.ProblemAsync(await client.GetAsync("/api/v1/settings/nothing", Token), 404, "settings.not_found");
    }

    [Fact]
    public async Task A_job_runs_by_hand_and_a_series_without_data_has_gaps()
    {
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("admin@lab.test");

        Assert.Equal(HttpStatusCode.Accepted, (await client.PostAsync("/api/v1/jobs/idempotency-retention/run", null, Token)).StatusCode);
        await ApiHost.ProblemAsync(await client.PostAsync("/api/v1/jobs/nothing/run", null, Token), 404, "jobs.not_found");
        var series = await ApiHost.BodyAsync(await client.GetAsync("/api/v1/series?subject=network&metric=downBytes&points=10&from=2020-01-01T00:00:00Z&to=2020-01-01T01:00:00Z", Token));
        Assert.NotEqual(0, series.GetProperty("points").GetArrayLength());
        Assert.All(series.GetProperty("points").EnumerateArray(), point => Assert.Equal(JsonValueKind.Null, point.GetProperty("average").ValueKind));
    }

    [Fact]
    public async Task It_is_live_and_ready_and_tells_its_figures()
    {
        await using var host = new PortalHost(("Api:MetricsToken", "scrape-me"));
        using var client = host.CreateClient();

        Assert.Equal("live", (await ApiHost.BodyAsync(await client.GetAsync("/health/live", Token))).GetProperty("status").GetString());
        var ready = await ApiHost.BodyAsync(await client.GetAsync("/health/ready", Token));
        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.Contains(ready.GetProperty("checks").EnumerateArray(), check => check.GetProperty("name").GetString() == "database" && check.GetProperty("status").GetString() == "healthy");
        client.DefaultRequestHeaders.Authorization = new("Bearer", "scrape-me");
        var metrics = await client.GetStringAsync("/metrics", Token);
        Assert.Contains("ispportal_outbox_pending 0\n", metrics, StringComparison.Ordinal);
        Assert.Contains("ispportal_feed_subscriptions 0\n", metrics, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_count{", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("ispportal_metrics_up{source=\"OutboxMetrics\"} 0", metrics, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string url, string key, object? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request, Token);
    }
}
