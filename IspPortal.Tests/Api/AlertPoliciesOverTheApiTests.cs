using System.Net.Http.Json;
using System.Text.Json;
using IspPortal.Tests.Security;

namespace IspPortal.Tests.Api;

/// <summary>Who is told of alerts and who is on call, through the whole portal.</summary>
public sealed class AlertPoliciesOverTheApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_policy_lives_from_post_to_delete()
    {
        await using var host = new PortalHost();
        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        using var client = await host.ClientOfAsync("noc@lab.test");
        var night = new { name = "Night", steps = new object[] { new { onCall = true }, new { afterMinutes = 10, roles = new[] { "NocOperator" }, rooms = new[] { new { channel = "telegram", address = "-100200" } } } } };
        Assert.Equal(403, (int)(await auditor.PostAsJsonAsync("/api/v1/alert-policies", night, Token)).StatusCode);

        var made = await client.PostAsJsonAsync("/api/v1/alert-policies", night, Token);
        var policy = await ApiHost.BodyAsync(made, 201);
        var url = made.Headers.Location!.ToString();
        Assert.Equal((2, 0), (policy.GetProperty("steps").GetArrayLength(), policy.GetProperty("rules").GetInt32()));
        Assert.Equal("telegram", policy.GetProperty("steps")[1].GetProperty("rooms")[0].GetProperty("channel").GetString());
        await ApiHost.ProblemAsync(await client.PostAsJsonAsync("/api/v1/alert-policies", night, Token), 409, "alerts.policy_name_taken");
        var wrong = await ApiHost.ProblemAsync(await client.PostAsJsonAsync("/api/v1/alert-policies", new { name = "", steps = new object?[] { null } }, Token), 422, "common.invalid");
        Assert.Contains("alerts.step_tells_nobody", wrong.ToString(), StringComparison.Ordinal);

        var found = await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/alert-policies?search=nigh&page=1&pageSize=5", Token));
        Assert.Equal(policy.GetProperty("id").GetString(), Assert.Single(found.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());

        var version = policy.GetProperty("version").GetInt64();
        await ApiHost.ProblemAsync(await client.PutAsJsonAsync(url, night, Token), 422, "common.required");
        var changed = await ApiHost.BodyAsync(await client.PutAsJsonAsync(url, new { name = "Late", steps = new[] { new { onCall = true } }, version }, Token));
        Assert.Equal(("Late", 1), (changed.GetProperty("name").GetString(), changed.GetProperty("steps").GetArrayLength()));
        await ApiHost.ProblemAsync(await client.PutAsJsonAsync(url, new { night.name, night.steps, version }, Token), 409, "common.version_conflict");

        // A change makes nothing that is not there.
        var nowhere = $"/api/v1/alert-policies/{Guid.CreateVersion7()}";
        await ApiHost.ProblemAsync(await client.PutAsJsonAsync(nowhere, new { night.name, night.steps, version = 0 }, Token), 404, "alerts.policy_not_found");
        await ApiHost.ProblemAsync(await client.GetAsync(nowhere, Token), 404, "alerts.policy_not_found");

        Assert.Equal(204, (int)(await client.DeleteAsync($"{url}?version={changed.GetProperty("version").GetInt64()}", Token)).StatusCode);
        await ApiHost.ProblemAsync(await client.GetAsync(url, Token), 404, "alerts.policy_not_found");
        var built = (await ApiHost.BodyAsync(await client.GetAsync("/api/v1/alert-policies?search=urgent", Token))).GetProperty("items")[0];
        await ApiHost.ProblemAsync(await client.DeleteAsync($"/api/v1/alert-policies/{built.GetProperty("id").GetString()}?version={built.GetProperty("version").GetInt64()}", Token), 409, "alerts.policy_in_use");
    }

    [Fact]
    public async Task A_rota_is_set_by_its_version_and_somebody_stands_in()
    {
        await using var host = new PortalHost();
        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        using var client = await host.ClientOfAsync("noc@lab.test");
        var board = await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/on-call", Token));
        Assert.Equal((JsonValueKind.Null, 0), (board.GetProperty("nowUserId").ValueKind, board.GetProperty("version").GetInt64()));
        var people = board.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("userId").GetString()!).Take(2).ToArray();
        var rota = new { startsOn = "2026-01-05", handOverAt = "07:30", weeks = 2, members = people.Take(1), version = 0 };
        Assert.Equal(403, (int)(await auditor.PutAsJsonAsync("/api/v1/on-call/rota", rota, Token)).StatusCode);
        await ApiHost.ProblemAsync(await client.PutAsJsonAsync("/api/v1/on-call/rota", new { rota.startsOn }, Token), 422, "common.required");
        await ApiHost.ProblemAsync(await client.PutAsJsonAsync("/api/v1/on-call/rota", new { rota.startsOn, weeks = 9, rota.version }, Token), 422, "common.invalid");

        var set = await ApiHost.BodyAsync(await client.PutAsJsonAsync("/api/v1/on-call/rota", rota, Token));
        Assert.Equal(people[0], set.GetProperty("nowUserId").GetString());
        Assert.Equal(2, set.GetProperty("rota").GetProperty("weeks").GetInt32());
        await ApiHost.ProblemAsync(await client.PutAsJsonAsync("/api/v1/on-call/rota", rota, Token), 409, "common.version_conflict");

        var now = TimeProvider.System.GetUtcNow();
        var instead = new { userId = people[1], fromUtc = now.AddHours(-1), toUtc = now.AddHours(8), reason = "sakit" };
        await ApiHost.ProblemAsync(await client.PostAsJsonAsync("/api/v1/on-call/stand-ins", new { instead.userId, instead.fromUtc }, Token), 422, "common.required");
        var standing = await ApiHost.BodyAsync(await client.PostAsJsonAsync("/api/v1/on-call/stand-ins", instead, Token), 201);
        Assert.Equal(people[1], standing.GetProperty("nowUserId").GetString());
        var turn = standing.GetProperty("turns")[0].GetProperty("overrideId").GetString();
        Assert.Equal(204, (int)(await client.DeleteAsync($"/api/v1/on-call/stand-ins/{turn}", Token)).StatusCode);
        await ApiHost.ProblemAsync(await client.DeleteAsync($"/api/v1/on-call/stand-ins/{turn}", Token), 404, "alerts.stand_in_not_found");
        Assert.Equal(people[0], (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/on-call", Token))).GetProperty("nowUserId").GetString());
    }
}
