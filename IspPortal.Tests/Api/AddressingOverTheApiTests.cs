using System.Net.Http.Json;
using IspPortal.Tests.Security;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Api;

/// <summary>Pools, fixed addresses and conflicts of an emulated router over the API.</summary>
public sealed class AddressingOverTheApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pools_are_read_an_address_is_given_once_and_a_conflict_is_meant_so()
    {
        await using var lab = LabRouters.Start(["7.18"], 20);
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("noc@lab.test");
        var router = await ApiHost.BodyAsync(
            await PostAsync(client, "routers", new { name = "RTR-API", host = "127.0.0.1", port = lab.Routers[0].Port, username = LabRouters.User, password = LabRouters.Password }), 201);
        var routerId = router.GetProperty("id").GetString();

        await ApiHost.ProblemAsync(await client.PostAsJsonAsync("/api/v1/address-pools/read", new { routerId }, Token), 400, "common.idempotency_key_required");
        await ApiHost.ProblemAsync(await PostAsync(client, "address-pools/read", new { }), 422, "common.required");
        Assert.Equal(3, (await ApiHost.BodyAsync(await PostAsync(client, "address-pools/read", new { routerId }))).GetProperty("pools").GetInt32());
        var pools = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/address-pools?routerId={routerId}&search=pppoe&nearlyFull=false&family=ipv4", Token));
        var pool = pools.GetProperty("items")[0];
        Assert.Equal(("pppoe-pool", 8177, "pppProfile"), (pool.GetProperty("name").GetString(), pool.GetProperty("size").GetInt32(), pool.GetProperty("users")[0].GetProperty("kind").GetString()));
        var poolId = pool.GetProperty("id").GetString();
        var free = (await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/address-pools/{poolId}/next-free", Token))).GetProperty("address").GetString();

        var line = await ApiHost.BodyAsync(await PostAsync(client, "accesses", new { routerId, username = "budi", profile = "HOME-20" }), 201);
        var accessId = line.GetProperty("accessId").GetString();
        await ApiHost.ProblemAsync(await PostAsync(client, "address-assignments", new { accessId, range = "kantor" }), 422, "common.invalid");
        var given = await ApiHost.BodyAsync(await PostAsync(client, "address-assignments", new { accessId, range = $"{free}-{free}" }));
        Assert.Equal(free, given.GetProperty("address").GetString());
        var refused = await ApiHost.ProblemAsync(await PostAsync(client, "accesses", new { routerId, username = "siti", profile = "HOME-20", fixedAddress = free }), 422, "common.invalid");
        Assert.Equal("addressing.address_given", refused.GetProperty("errorCodes").GetProperty("fixedAddress")[0].GetString());
        var assigned = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/address-assignments?routerId={routerId}&poolId={poolId}&owned=true&search={free}", Token));
        Assert.Equal(("budi", "pppoe-pool"), (assigned.GetProperty("items")[0].GetProperty("username").GetString(), assigned.GetProperty("items")[0].GetProperty("pool").GetString()));

        await ApiHost.BodyAsync(await PostAsync(client, "address-pools/read", new { routerId }));
        var conflicts = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/address-conflicts?accessId={accessId}&state=open", Token));
        Assert.Equal((1, "insidePool"), (conflicts.GetProperty("totalCount").GetInt32(), conflicts.GetProperty("items")[0].GetProperty("kind").GetString()));
        var url = $"address-conflicts/{conflicts.GetProperty("items")[0].GetProperty("id").GetString()}";
        await ApiHost.ProblemAsync(await PostAsync(client, $"{url}/intend", new { }), 422, "common.invalid");
        Assert.Equal(204, (int)(await PostAsync(client, $"{url}/intend", new { reason = "the pool is being moved" })).StatusCode);
        Assert.Equal(1, (await ApiHost.BodyAsync(await client.GetAsync("/api/v1/address-conflicts?state=intended&kind=insidePool", Token))).GetProperty("totalCount").GetInt32());
        Assert.Equal(204, (int)(await PostAsync(client, $"{url}/reopen", null)).StatusCode);
        await ApiHost.ProblemAsync(await client.GetAsync("/api/v1/address-conflicts?state=nothing", Token), 422, "common.unknown_value");
        await ApiHost.ProblemAsync(await client.GetAsync("/api/v1/address-pools?sort=nothing", Token), 422, "common.unknown_value");

        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        await ApiHost.ProblemAsync(await PostAsync(auditor, $"{url}/intend", new { reason = "a" }), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await PostAsync(auditor, "address-pools/read", new { routerId }), 403, "identity.forbidden");
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, object? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return await client.SendAsync(request, Token);
    }
}
