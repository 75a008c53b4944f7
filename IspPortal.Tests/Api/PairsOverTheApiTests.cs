using System.Net.Http.Json;
using System.Text.Json;
using IspPortal.Core.Lab;
using IspPortal.Tests.Security;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Api;

/// <summary>A pair from its declaration to the move of a dead router's lines, all of it over the API and the real pipeline.</summary>
public sealed class PairsOverTheApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pair_is_declared_its_lines_listed_moved_and_refused_where_that_is_due()
    {
        await using var lab = LabRouters.Start(["7.18", "7.24"], 5);
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("noc@lab.test");
        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        var a = await AddRouterAsync(client, lab, 0, null);
        var alone = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/routers/{a}/pair", Token));
        Assert.Equal(JsonValueKind.Null, alone.GetProperty("partnerId").ValueKind);
        await ApiHost.ProblemAsync(await client.GetAsync($"/api/v1/routers/{a}/pair/lines", Token), 409, "network.not_paired");

        var b = await AddRouterAsync(client, lab, 1, a);
        var first = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/routers/{a}", Token));
        Assert.Equal((b, "standby", "RTR-API-1"), (first.GetProperty("twinRouterId").GetString(), first.GetProperty("twinMode").GetString(), first.GetProperty("twinRouterName").GetString()));

        // A new line is put on both; who does not want that says so.
        var line = await ApiHost.BodyAsync(await PostAsync(client, "accesses", new { routerId = a, username = "budi", password = "x", profile = "HOME-20" }), 201);
        await ApiHost.BodyAsync(await PostAsync(client, "accesses", new { routerId = a, username = "siti", password = "x", profile = "HOME-20", withoutTwin = true }), 201);
        var alike = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/routers/{b}/pair/lines?state=noTwin", Token));
        Assert.Equal("siti", Assert.Single(alike.GetProperty("items").EnumerateArray()).GetProperty("username").GetString());
        await ApiHost.ProblemAsync(await client.GetAsync($"/api/v1/routers/{b}/pair/lines?state=nothing", Token), 422, "common.unknown_value");

        var preview = await ApiHost.BodyAsync(await PostAsync(client, $"routers/{a}/pair/preview", new { action = "declareTwins" }));
        Assert.Equal((1, 1), (preview.GetProperty("lines").GetInt32(), preview.GetProperty("able").GetInt32()));
        await ApiHost.ProblemAsync(await PostAsync(client, $"routers/{a}/pair/preview", new { }), 422, "common.required");
        await ApiHost.ProblemAsync(await PostAsync(client, $"routers/{a}/pair/plan", new { action = "declareTwins" }), 422, "common.invalid");
        await ApiHost.ProblemAsync(await PostAsync(auditor, $"routers/{a}/pair/plan", new { action = "declareTwins", reason = "x" }), 403, "identity.forbidden");
        Assert.Equal(System.Net.HttpStatusCode.OK, (await auditor.GetAsync($"/api/v1/routers/{a}/pair/lines", Token)).StatusCode);

        var declared = await ApiHost.BodyAsync(await PostAsync(client, $"routers/{a}/pair/plan", new { action = "declareTwins", reason = "redundancy" }));
        Assert.Equal("pair-twins", (await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/access-plans/{declared.GetProperty("planId").GetString()}", Token))).GetProperty("origin").GetString());

        lab.Routers[0].Throw(new LabFault(LabFaultKind.Refused));
        var moved = await ApiHost.BodyAsync(await PostAsync(
            client, $"routers/{a}/pair/plan", new { action = "moveToPartner", accessIds = new[] { line.GetProperty("accessId").GetString() }, reason = "power cut", kicks = new { timing = "now" } }));
        Assert.Equal((1, 0), (moved.GetProperty("lines").GetInt32(), moved.GetProperty("skipped").GetInt32()));
        Assert.NotEqual(JsonValueKind.Null, moved.GetProperty("cleanUpPlanId").ValueKind);
        var pair = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/routers/{a}/pair", Token));
        Assert.Equal((1, 1), (pair.GetProperty("partnerLines").GetInt32(), pair.GetProperty("awayFromRouter").GetInt32()));
        Assert.Contains(pair.GetProperty("openPlans").EnumerateArray(), p => p.GetProperty("origin").GetString() == "pair-cleanup" && p.GetProperty("waitsForRouter").GetBoolean());

        // Parting the pair is a change of the router like any other, and refused while lines are on both.
        var body = Body(lab, 0, null, (await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/routers/{a}", Token))).GetProperty("version").GetInt64());
        await ApiHost.ProblemAsync(await client.PutAsJsonAsync($"/api/v1/routers/{a}", body, Token), 409, "network.pair_in_use");
    }

    private static object Body(LabRouters lab, int index, string? twin, long? version = null) => new
    {
        name = $"RTR-API-{index}", host = "127.0.0.1", port = lab.Routers[index].Port, username = LabRouters.User, password = LabRouters.Password, twinRouterId = twin, twinMode = "standby", version,
    };

    private static async Task<string> AddRouterAsync(HttpClient client, LabRouters lab, int index, string? twin) =>
        (await ApiHost.BodyAsync(await PostAsync(client, "routers", Body(lab, index, twin)), 201)).GetProperty("id").GetString()!;

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return await client.SendAsync(request, Token);
    }
}
