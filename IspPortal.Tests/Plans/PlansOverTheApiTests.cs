using System.Net.Http.Json;
using System.Text.Json;
using IspPortal.Tests.Api;
using IspPortal.Tests.Security;

namespace IspPortal.Tests.Plans;

public sealed class PlansOverTheApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_is_added_priced_asked_about_and_put_into_a_campaign()
    {
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("admin@lab.test");
        using var clerk = await host.ClientOfAsync("billing@lab.test");
        var speed = new { downBitsPerSecond = 20_000_000, upBitsPerSecond = 10_000_000 };
        var body = new { name = "Home Uji", slug = "UJI-20", service = "pppoe", speed, terms = new { price = 200_000 } };
        await ApiHost.ProblemAsync(await PostAsync(clerk, "plans", body), 403, "identity.forbidden");
        var wrong = await ApiHost.ProblemAsync(await PostAsync(client, "plans", new { name = "", slug = "a b", speed, terms = new { price = -1 } }), 422, "common.invalid");
        Assert.Equal(["name", "slug", "terms.price"], wrong.GetProperty("errorCodes").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));

        var plan = await ApiHost.BodyAsync(await PostAsync(client, "plans", body), 201);
        var row = plan.GetProperty("plan");
        var (id, version) = (row.GetProperty("id").GetString(), row.GetProperty("version").GetInt64());
        Assert.Equal(("10M/20M", 200_000, "IDR"), (plan.GetProperty("rateLimit").GetString(), row.GetProperty("price").GetInt32(), row.GetProperty("currency").GetString()));
        await ApiHost.ProblemAsync(await PostAsync(client, "plans", body), 409, "plans.slug_taken");

        var next = new { version, validFromOn = "2099-01-01", terms = new { price = 230_000 } };
        await ApiHost.ProblemAsync(await PostAsync(client, $"plans/{id}/prices", next), 422, "common.invalid");
        var soon = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(40));
        var price = await ApiHost.BodyAsync(await PostAsync(client, $"plans/{id}/prices", next with { validFromOn = soon.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }), 201);
        Assert.Equal("scheduled", price.GetProperty("state").GetString());
        await ApiHost.ProblemAsync(await PostAsync(client, $"plans/{id}/prices", next with { validFromOn = "2030-01-01" }), 409, "common.version_conflict");

        var report = await ApiHost.BodyAsync(await client.PostAsJsonAsync($"/api/v1/plans/{id}/what-if", new { price = 230_000 }, Token));
        Assert.Equal(0, report.GetProperty("subscribers").GetInt32());
        Assert.Equal(JsonValueKind.Array, (await ApiHost.BodyAsync(await clerk.GetAsync($"/api/v1/plans/{id}/profiles", Token))).ValueKind);

        await ApiHost.BodyAsync(await PostAsync(client, "plans/add-ons", new { code = "UJI-IP", name = "IP", kind = "staticIp", price = 100_000 }), 201);
        await ApiHost.BodyAsync(await PostAsync(client, "plans/promotions", new { name = "Uji", kind = "percent", percent = 10, validFromOn = "2026-01-01" }), 201);
        var campaign = await ApiHost.BodyAsync(await PostAsync(client, "plans/campaigns", new { name = "Uji", planIds = new[] { id }, startsAtUtc = soon.ToDateTime(default, DateTimeKind.Utc), endsAtUtc = soon.AddDays(1).ToDateTime(default, DateTimeKind.Utc), factorPercent = 200 }), 201);
        var stopped = await ApiHost.BodyAsync(await PostAsync(client, $"plans/campaigns/{campaign.GetProperty("row").GetProperty("id").GetString()}/stop", new { reason = "enough" }));
        Assert.Equal("cancelled", stopped.GetProperty("row").GetProperty("state").GetString());
        Assert.Equal(1, (await ApiHost.BodyAsync(await clerk.GetAsync("/api/v1/plans/promotions?search=uji", Token))).GetProperty("totalCount").GetInt32());
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, object? body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return client.SendAsync(request, Token);
    }
}
