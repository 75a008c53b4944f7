using System.Net.Http.Json;
using System.Text.Json;
using IspPortal.Core.Lab;
using IspPortal.Infrastructure.Lab;
using IspPortal.Tests.Security;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Api;

/// <summary>The isolir kit of an emulated router, and who made a difference, all of it over the API.</summary>
public sealed class KeepingRoutersOverTheApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kit_is_red_installed_and_green()
    {
        await using var lab = LabRouters.Start(["7.24"], 5);
        await using var host = new PortalHost();
        using var administrator = await host.ClientOfAsync("admin@lab.test");
        using var noc = await host.ClientOfAsync("noc@lab.test");
        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        var id = await AddRouterAsync(noc, lab);
        var url = $"routers/{id}/isolir";

        Assert.Equal(("unchecked", JsonValueKind.Null), StateOf(await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/{url}", Token))));
        await ApiHost.ProblemAsync(await auditor.GetAsync($"/api/v1/routers/{Guid.CreateVersion7()}/isolir", Token), 404, "network.router_not_found");
        await ApiHost.ProblemAsync(await PostAsync(auditor, $"{url}/check", null), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await PostAsync(auditor, $"{url}/install", null), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await noc.PostAsync($"/api/v1/{url}/check", null, Token), 400, "common.idempotency_key_required");
        await ApiHost.ProblemAsync(await PostAsync(noc, $"{url}/install", null), 409, "isolir.landing_missing");

        var section = await ApiHost.BodyAsync(await administrator.GetAsync("/api/v1/settings/isolir", Token));
        await ApiHost.ProblemAsync(
            await administrator.PutAsJsonAsync("/api/v1/settings/isolir", new { version = section.GetProperty("version").GetInt64(), values = new { landingAddress = "10.255.255.10", checkHour = 24 } }, Token), 422, "common.invalid");
        await ApiHost.BodyAsync(
            await administrator.PutAsJsonAsync("/api/v1/settings/isolir", new { version = section.GetProperty("version").GetInt64(), values = new { landingAddress = "10.255.255.10" } }, Token));

        var red = await ApiHost.BodyAsync(await PostAsync(noc, $"{url}/check", null));
        Assert.Equal(("red", "isolir.parts_wrong"), (red.GetProperty("state").GetString(), red.GetProperty("report").GetProperty("errorCode").GetString()));
        Assert.Equal("red", (await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/routers/{id}", Token))).GetProperty("isolir").GetString());

        var made = await PostAsync(noc, $"{url}/install", null);
        var plan = (await ApiHost.BodyAsync(made, 201)).GetProperty("planId").GetString();
        Assert.EndsWith($"/access-plans/{plan}", made.Headers.Location!.ToString(), StringComparison.Ordinal);
        await ApplyAsync(noc, plan!);
        await ApiHost.ProblemAsync(await PostAsync(noc, $"{url}/install", null), 409, "provisioning.nothing_to_do");

        var green = await ApiHost.BodyAsync(await PostAsync(noc, $"{url}/check", null));
        Assert.True(green.GetProperty("state").GetString() == "green", green.ToString());
        Assert.Equal("green", StateOf(await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/{url}", Token))).State);
        var listed = (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/routers?search=RTR-API", Token))).GetProperty("items")[0];
        Assert.Equal("green", listed.GetProperty("isolir").GetString());

        await lab.Network.DisposeAsync();
        var unreachable = await PostAsync(noc, $"{url}/check", null);
        Assert.Contains((int)unreachable.StatusCode, new[] { 502, 504 });
        Assert.Equal("green", StateOf(await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/{url}", Token))).State);
    }

    [Fact]
    public async Task A_difference_tells_who_made_it()
    {
        await using var lab = LabRouters.Start(["7.24"], 5);
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("noc@lab.test");
        var routerId = await AddRouterAsync(client, lab);
        var line = await ApiHost.BodyAsync(await PostAsync(client, "accesses", new { routerId, username = "budi", password = "very-s3cret", profile = "HOME-20" }), 201);
        var plan = await ApiHost.BodyAsync(await PostAsync(client, "access-plans", new { accessIds = new[] { line.GetProperty("accessId").GetString() } }), 201);
        await ApplyAsync(client, plan.GetProperty("id").GetString()!);
        await ApiHost.BodyAsync(await PostAsync(client, "drift/compare", new { routerId }));

        var edit = new LabEdit("admin", "10.0.0.9", "/ppp/secret/set", new Dictionary<string, string> { [".id"] = "budi", ["profile"] = "HOME-50" });
        Assert.Null((await new LabControl { Network = lab.Network }.EditAsync(lab.Router.Name, edit, Token)).Error);
        await ApiHost.BodyAsync(await PostAsync(client, "drift/compare", new { routerId }));

        var found = (await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/drift?routerId={routerId}&changedBy=admin&sort=changed&order=desc", Token))).GetProperty("items");
        var row = Assert.Single(found.EnumerateArray());
        Assert.Equal(
            ("budi", "admin", "10.0.0.9", false),
            (row.GetProperty("key").GetString(), row.GetProperty("changedBy").GetString(), row.GetProperty("changedFrom").GetString(), row.GetProperty("changedByIsGuess").GetBoolean()));
        Assert.True((TimeProvider.System.GetUtcNow() - row.GetProperty("changedAtUtc").GetDateTimeOffset()).Duration() < TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await ApiHost.BodyAsync(await client.GetAsync("/api/v1/drift?changedBy=nobody", Token))).GetProperty("totalCount").GetInt32());
        var told = (await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/routers/{routerId}/events?kind=configurationChanged", Token))).GetProperty("items");
        Assert.Equal(("/ppp/secret", "budi", "admin"), (told[0].GetProperty("menu").GetString(), told[0].GetProperty("item").GetString(), told[0].GetProperty("subject").GetString()));
        Assert.Equal(1, told.GetArrayLength());
    }

    private static (string? State, JsonValueKind Report) StateOf(JsonElement kit) => (kit.GetProperty("state").GetString(), kit.GetProperty("report").ValueKind);

    private static async Task<string> AddRouterAsync(HttpClient client, LabRouters lab) => (await ApiHost.BodyAsync(
        await PostAsync(client, "routers", new { name = "RTR-API", host = "127.0.0.1", port = lab.Routers[0].Port, username = LabRouters.User, password = LabRouters.Password }), 201)).GetProperty("id").GetString()!;

    private static async Task ApplyAsync(HttpClient client, string planId)
    {
        var url = $"access-plans/{planId}";
        var plan = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/{url}", Token));
        await ApiHost.BodyAsync(await PostAsync(client, $"{url}/apply", new { version = plan.GetProperty("version").GetInt64() }));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        while ((plan = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/{url}", Token))).GetProperty("state").GetString() != "applied")
        {
            Assert.False(deadline.IsCancellationRequested, plan.ToString());
            await Task.Delay(50, Token);
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, object? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return await client.SendAsync(request, Token);
    }
}
