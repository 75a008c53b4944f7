using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Tests.Security;

namespace IspPortal.Tests.Api;

/// <summary>Subscriptions through the real pipeline, on the lab's routers.</summary>
public sealed class SubscriptionsOverTheApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_subscription_lives_from_sale_to_end()
    {
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("admin@lab.test");
        var customer = await ApiHost.BodyAsync(await client.PostAsJsonAsync("/api/v1/customers", new { name = "Rina Wulandari", phone = "0811-2222-3333" }, Token), 201);
        var account = customer.GetProperty("accounts")[0].GetProperty("id").GetGuid();
        var plan = LabPlansStep.PlanId(1);
        var price = (await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/plans/{plan}/prices", Token))).EnumerateArray().First(p => p.GetProperty("state").GetString() == "current").GetProperty("id").GetGuid();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(7));
        var wish = new { id = Guid.CreateVersion7(), billingAccountId = account, planId = plan, priceId = price, routerId = LabLines.RouterId(0), startsOn = today, username = "rina-lewat-api" };

        await ApiHost.ProblemAsync(await SendAsync("", wish with { startsOn = today.AddYears(5) }), 422, "common.invalid");
        var sold = await ApiHost.BodyAsync(await SendAsync("", wish), 201);
        Assert.Equal(10, sold.GetProperty("password").GetString()!.Length);
        var again = await ApiHost.BodyAsync(await SendAsync("", wish), 201);
        Assert.Equal((sold.GetProperty("number").GetString(), JsonValueKind.Null), (again.GetProperty("number").GetString(), again.GetProperty("password").ValueKind));
        await ApiHost.ProblemAsync(await SendAsync("", wish with { id = Guid.CreateVersion7() }), 409, "network.username_taken");

        var found = await ApiHost.BodyAsync(await client.GetAsync("/api/v1/subscriptions?search=rina-lewat&status=pending", Token));
        Assert.Equal(1, found.GetProperty("totalCount").GetInt32());
        var row = await ActAsync("activate", new { });
        Assert.Equal(("active", 200_000), (row.GetProperty("status").GetString(), row.GetProperty("price").GetInt64()));
        await ApiHost.ProblemAsync(await SendAsync("/" + wish.id + "/hold", new { version = row.GetProperty("version").GetInt64(), hold = "dunning", reason = "x" }), 422, "common.invalid");
        await ApiHost.ProblemAsync(await SendAsync("/" + wish.id + "/hold", new { hold = "manual", reason = "x" }), 422, "common.required");
        Assert.Equal("suspended", (await ActAsync("hold", new { hold = "abuse", reason = "Spam" })).GetProperty("status").GetString());
        Assert.Equal("active", (await ActAsync("release", new { hold = "abuse", reason = "Bersih" })).GetProperty("status").GetString());
        Assert.Equal("suspended", (await ActAsync("pause", new { fromOn = today, toOn = today.AddDays(3) })).GetProperty("status").GetString());
        Assert.Equal("active", (await ActAsync("end-pause", new { })).GetProperty("status").GetString());
        var end = (await ActAsync("renew", new { periods = 2 })).GetProperty("endsOn").GetString();
        Assert.Equal(today.AddMonths(3).AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), end);
        await ActAsync("auto-renew", new { autoRenew = false });
        await ActAsync("bind", new { callerId = "aa:bb:cc:dd:ee:01" });
        Assert.Equal("rina-pindah", (await ActAsync("rename", new { username = "rina-pindah" })).GetProperty("username").GetString());
        await ActAsync("move-house", new { address = "Jl. Baru 1", latitude = -6.2, longitude = 106.9 });
        Assert.Equal(LabLines.RouterId(1), (await ActAsync("move-router", new { routerId = LabLines.RouterId(1), reason = "Dekat" })).GetProperty("routerId").GetGuid());
        var faster = LabPlansStep.PlanId(3);
        var fasterPrice = (await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/plans/{faster}/prices", Token))).EnumerateArray().First(p => p.GetProperty("state").GetString() == "current").GetProperty("id").GetGuid();
        await ApiHost.ProblemAsync(await SendAsync($"/{wish.id}/change-plan", new { version = 1, planId = faster, priceId = fasterPrice }), 409, "common.version_conflict");
        Assert.Equal(325_000, (await ActAsync("change-plan", new { planId = faster, priceId = fasterPrice })).GetProperty("price").GetInt64());
        var night = (await ApiHost.BodyAsync(await client.GetAsync("/api/v1/plans/add-ons?search=ngebut", Token))).GetProperty("items")[0].GetProperty("id").GetGuid();
        var beside = await ApiHost.BodyAsync(await SendAsync($"/{wish.id}/add-add-on", new { version = await VersionAsync(), addOn = new { addOnId = night, quantity = 1, seenPrice = 35_000 } }));
        var bought = beside.GetProperty("addOns")[0];
        Assert.Equal((35_000, 200, "22:00:00"), (bought.GetProperty("price").GetInt64(), bought.GetProperty("speedPercent").GetInt32(), bought.GetProperty("nightFrom").GetString()));
        beside = await ApiHost.BodyAsync(await SendAsync($"/{wish.id}/end-add-on", new { version = await VersionAsync(), subscriptionAddOnId = bought.GetProperty("id").GetGuid() }));
        Assert.Equal(today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), beside.GetProperty("addOns")[0].GetProperty("toOn").GetString());
        await ApiHost.ProblemAsync(await SendAsync($"/{wish.id}/end-trial", new { version = await VersionAsync() }), 409, "subscriptions.no_trial");
        var later = await ApiHost.BodyAsync(await SendAsync($"/{wish.id}/terminate", new { version = await VersionAsync(), onDay = today.AddDays(9), reason = "Pindah" }));
        var change = later.GetProperty("changes")[0].GetProperty("id").GetGuid();
        using (var cancelled = await client.DeleteAsync($"/api/v1/subscriptions/{wish.id}/changes/{change}", Token))
        {
            Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
        }

        var password = await ApiHost.BodyAsync(await SendAsync($"/{wish.id}/new-password", new { version = await VersionAsync() }));
        Assert.NotEqual(sold.GetProperty("password").GetString(), password.GetProperty("password").GetString());
        Assert.Equal("terminated", (await ActAsync("terminate", new { reason = "Pindah kota" })).GetProperty("status").GetString());
        var history = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/subscriptions/{wish.id}/history?pageSize=100", Token));
        Assert.Equal(("terminated", "sold"), (history.GetProperty("items")[0].GetProperty("kind").GetString(), history.GetProperty("items").EnumerateArray().Last().GetProperty("kind").GetString()));

        using (var order = await client.GetAsync($"/api/v1/subscriptions/{wish.id}/installation-order?language=id", Token))
        {
            Assert.Equal(HttpStatusCode.OK, order.StatusCode);
            Assert.Contains(order.Content.Headers.ContentType!.MediaType, (string?[])["application/pdf", "text/html"]);
        }

        await ApiHost.ProblemAsync(await client.GetAsync($"/api/v1/subscriptions/{wish.id}/installation-order?language=fr", Token), 422, "common.unknown_value");
        await ApiHost.BodyAsync(await SendAsync("", wish with { id = Guid.CreateVersion7(), username = "rina-lagi" }), 201);
        var many = new { id = Guid.CreateVersion7(), kind = "addTag", tag = "api", reason = "Coba", search = "rina-lagi" };
        var preview = await ApiHost.BodyAsync(await client.PostAsJsonAsync("/api/v1/subscriptions/bulk/preview", many, Token));
        Assert.Equal((1, 1), (preview.GetProperty("selected").GetInt32(), preview.GetProperty("able").GetInt32()));
        var run = await ApiHost.BodyAsync(await SendAsync("/bulk", many), 201);
        Assert.Equal(1, run.GetProperty("items").GetInt32());
        await ApiHost.BodyAsync(await SendAsync($"/bulk/{many.id}/stop", new { }));
        var runs = await ApiHost.BodyAsync(await client.GetAsync("/api/v1/subscriptions/bulk", Token));
        Assert.Equal(many.id, runs.GetProperty("items")[0].GetProperty("id").GetGuid());
        await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/subscriptions/bulk/{many.id}/failures", Token));

        using var technician = await host.ClientOfAsync("tech@lab.test");
        await ApiHost.BodyAsync(await technician.GetAsync("/api/v1/subscriptions?sort=ends&order=desc", Token));
        using var refused = await technician.SendAsync(Request($"/{wish.id}/terminate", new { version = 1, reason = "x" }), Token);
        await ApiHost.ProblemAsync(refused, 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await client.GetAsync("/api/v1/subscriptions?status=none", Token), 422, "common.unknown_value");
        await ApiHost.ProblemAsync(await client.GetAsync($"/api/v1/subscriptions/{Guid.CreateVersion7()}", Token), 404, "subscriptions.not_found");

        async Task<long> VersionAsync() => (await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/subscriptions/{wish.id}", Token))).GetProperty("row").GetProperty("version").GetInt64();

        async Task<JsonElement> ActAsync(string verb, object body)
        {
            var with = JsonSerializer.SerializeToNode(body)!.AsObject();
            with["version"] = await VersionAsync();
            return (await ApiHost.BodyAsync(await SendAsync($"/{wish.id}/{verb}", with))).GetProperty("row");
        }

        static HttpRequestMessage Request(string path, object body) => new(HttpMethod.Post, "/api/v1/subscriptions" + path)
        {
            Content = JsonContent.Create(body),
            Headers = { { "Idempotency-Key", Guid.CreateVersion7().ToString() } },
        };

        async Task<HttpResponseMessage> SendAsync(string path, object body)
        {
            using var request = Request(path, body);
            return await client.SendAsync(request, Token);
        }
    }
}
