using System.Net.Http.Json;
using System.Text.Json;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Tests.Security;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Api;

/// <summary>A line from post to its removal from an emulated router, all of it over the API.</summary>
public sealed class ChangingLinesOverTheApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_is_made_planned_applied_held_and_taken_back()
    {
        await using var lab = LabRouters.Start(["7.18"], 5);
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("noc@lab.test");
        var router = await ApiHost.BodyAsync(
            await PostAsync(client, "routers", new { name = "RTR-API", host = "127.0.0.1", port = lab.Routers[0].Port, username = LabRouters.User, password = LabRouters.Password }), 201);
        var routerId = router.GetProperty("id").GetString();

        var posted = await PostAsync(client, "accesses", new { routerId, username = "budi", password = "very-s3cret", profile = "HOME-20" });
        var line = await ApiHost.BodyAsync(posted, 201);
        var id = line.GetProperty("accessId").GetString();
        Assert.Equal(("active", true), (line.GetProperty("state").GetString(), line.GetProperty("passwordIsKnown").GetBoolean()));
        Assert.EndsWith($"/accesses/{id}", posted.Headers.Location!.ToString(), StringComparison.Ordinal);
        await ApiHost.ProblemAsync(await PostAsync(client, "accesses", new { routerId, username = "budi", profile = "HOME-20" }), 409, "network.username_taken");

        var plan = await ApiHost.BodyAsync(await PostAsync(client, "access-plans", new { accessIds = new[] { id }, reason = "new customer", kicks = new { timing = "nextRedial" } }), 201);
        Assert.Equal(("draft", 1, "nextRedial"), (plan.GetProperty("state").GetString(), plan.GetProperty("steps").GetInt32(), plan.GetProperty("kickPolicy").GetProperty("timing").GetString()));
        var url = $"access-plans/{plan.GetProperty("id").GetString()}";
        var steps = await client.GetStringAsync($"/api/v1/{url}/steps?verb=add", Token);
        Assert.Contains("\"password\":\"***\"", steps, StringComparison.Ordinal);
        Assert.DoesNotContain("very-s3cret", steps, StringComparison.Ordinal);
        Assert.Null(Find(lab, "budi"));
        await ApiHost.ProblemAsync(await PostAsync(client, $"{url}/apply", new { }), 422, "common.required");
        await ApiHost.ProblemAsync(await PostAsync(client, $"{url}/apply", new { version = 77 }), 409, "common.version_conflict");

        await ApiHost.BodyAsync(await PostAsync(client, $"{url}/apply", new { version = plan.GetProperty("version").GetInt64() }));
        await EndOfAsync(client, url, "applied");
        Assert.Equal("very-s3cret", Find(lab, "budi")!["password"]);
        await ApiHost.ProblemAsync(await PostAsync(client, $"{url}/discard", null), 409, "provisioning.wrong_state");

        await ApiHost.ProblemAsync(await PostAsync(client, $"accesses/{id}/holds", new { set = new[] { "manual" } }), 422, "common.invalid");
        var held = await ApiHost.BodyAsync(await PostAsync(client, $"accesses/{id}/holds", new { set = new[] { "manual", "pause" }, reason = "asked for it" }));
        Assert.Equal(("disabled", 2), (held.GetProperty("state").GetString(), held.GetProperty("holds").GetArrayLength()));

        var version = held.GetProperty("version").GetInt64();
        var changed = await ApiHost.BodyAsync(await client.PutAsJsonAsync($"/api/v1/accesses/{id}", new { routerId, username = "budi", profile = "HOME-50", version }, Token));
        Assert.Equal(("HOME-50", true), (changed.GetProperty("profile").GetString(), changed.GetProperty("passwordIsKnown").GetBoolean()));
        await ApiHost.ProblemAsync(await client.PutAsJsonAsync($"/api/v1/accesses/{id}", new { routerId, username = "budi", profile = "HOME-50", version }, Token), 409, "common.version_conflict");

        var undo = await ApiHost.BodyAsync(await PostAsync(client, $"{url}/undo", null), 201);
        var undoUrl = $"access-plans/{undo.GetProperty("id").GetString()}";
        await ApiHost.BodyAsync(await PostAsync(client, $"{undoUrl}/apply", new { version = undo.GetProperty("version").GetInt64() }));
        await EndOfAsync(client, undoUrl, "applied");
        Assert.Null(Find(lab, "budi"));
        Assert.Equal("undone", (await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/{url}", Token))).GetProperty("state").GetString());

        await ApiHost.BodyAsync(await PostAsync(client, $"accesses/{id}/password", new { password = (string?)null }));
        var ended = await ApiHost.BodyAsync(await PostAsync(client, $"accesses/{id}/terminate", new { reason = "moved away", keepDays = 0 }));
        Assert.Equal(("terminated", "absent", false), (ended.GetProperty("lifecycle").GetString(), ended.GetProperty("state").GetString(), ended.GetProperty("passwordIsKnown").GetBoolean()));

        var listed = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/access-plans?routerId={routerId}&origin=undo&state=applied", Token));
        Assert.Equal(1, listed.GetProperty("totalCount").GetInt32());
        await ApiHost.ProblemAsync(await client.GetAsync("/api/v1/access-plans?state=nothing", Token), 422, "common.unknown_value");
    }

    private static Dictionary<string, string?>? Find(LabRouters lab, string name)
    {
        var world = lab.Routers[0].World;
        lock (world.Gate)
        {
            var table = world.Menu(RouterMenus.PppSecret);
            return table.ByName(name) is { } row ? table.Properties.Select((p, i) => (p.Name, Value: row.Values[i])).ToDictionary(p => p.Name, p => p.Value) : null;
        }
    }

    private static async Task EndOfAsync(HttpClient client, string url, string state)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        JsonElement plan;
        while ((plan = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/{url}", Token))).GetProperty("state").GetString() != state)
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
