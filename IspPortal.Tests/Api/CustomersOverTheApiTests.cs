using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IspPortal.Tests.Security;

namespace IspPortal.Tests.Api;

/// <summary>Customers and their accounts through the real pipeline, beside the lab's.</summary>
public sealed class CustomersOverTheApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_lives_from_post_to_erasure()
    {
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("admin@lab.test");
        var id = Guid.CreateVersion7();
        var body = new { id, name = "Siti <b>\"Aminah\"</b> 🌸", kind = "residential", phone = "0899 1234 5678", email = "siti@contoh.test", identityNumber = "3216 0102 0304 0005", taxId = "01.234.567.8-901.234", tags = new[] { "VIP" } };

        var created = await client.PostAsJsonAsync("/api/v1/customers", body, Token);
        var customer = await ApiHost.BodyAsync(created, 201);
        Assert.EndsWith($"/customers/{id}", created.Headers.Location!.ToString(), StringComparison.Ordinal);
        var row = customer.GetProperty("row");
        Assert.Equal((body.name, "prospect", "+6289912345678"), (row.GetProperty("name").GetString(), row.GetProperty("status").GetString(), row.GetProperty("phone").GetString()));
        Assert.Equal(("•••• •••• •••• ••05", "•••• •••• •••• ••34"), (customer.GetProperty("identityMasked").GetString(), customer.GetProperty("taxIdMasked").GetString()));
        Assert.DoesNotContain("012345678901234", customer.GetRawText(), StringComparison.Ordinal);
        await ApiHost.BodyAsync(await client.PostAsJsonAsync("/api/v1/customers", body, Token), 201);
        var found = await ApiHost.BodyAsync(await client.GetAsync("/api/v1/customers?search=aminah&status=prospect", Token));
        Assert.Equal(1, found.GetProperty("totalCount").GetInt32());

        var invalid = await ApiHost.ProblemAsync(await client.PostAsJsonAsync("/api/v1/customers", new { name = "A", phone = "12345", email = "a" }, Token), 422, "common.invalid");
        Assert.Equal("customers.not_a_phone", invalid.GetProperty("errorCodes").GetProperty("phone")[0].GetString());
        await ApiHost.ProblemAsync(await client.PutAsJsonAsync($"/api/v1/customers/{id}", body, Token), 422, "common.required");
        var changed = await ApiHost.BodyAsync(await client.PutAsJsonAsync($"/api/v1/customers/{id}", new { body.name, body.phone, city = "Depok", version = 1 }, Token));
        Assert.Equal("Depok", changed.GetProperty("row").GetProperty("city").GetString());
        await ApiHost.ProblemAsync(await client.PutAsJsonAsync($"/api/v1/customers/{id}", new { body.name, version = 1 }, Token), 409, "common.version_conflict");

        var shown = await ApiHost.BodyAsync(await client.PostAsync($"/api/v1/customers/{id}/identity", null, Token));
        Assert.Equal(("3216010203040005", "012345678901234"), (shown.GetProperty("identityNumber").GetString(), shown.GetProperty("taxId").GetString()));
        using var technician = await host.ClientOfAsync("tech@lab.test");
        await ApiHost.ProblemAsync(await technician.PostAsync($"/api/v1/customers/{id}/identity", null, Token), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await technician.GetAsync($"/api/v1/customers/{id}/export", Token), 403, "identity.forbidden");

        var duplicates = await ApiHost.BodyAsync(await client.PostAsJsonAsync("/api/v1/customers/duplicates", new { phone = "+62 899-1234-5678" }, Token));
        Assert.Equal("phone", duplicates[0].GetProperty("reasons")[0].GetString());
        await ApiHost.BodyAsync(await client.PostAsJsonAsync($"/api/v1/customers/{id}/notes", new { text = "rings twice" }, Token));
        var timeline = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/customers/{id}/timeline?take=2", Token));
        Assert.Equal(2, timeline.GetProperty("items").GetArrayLength());
        Assert.NotNull(timeline.GetProperty("next").GetString());
        await ApiHost.ProblemAsync(await client.GetAsync($"/api/v1/customers/{id}/timeline?kinds=nothing", Token), 422, "common.unknown_value");
        Assert.Contains("rings twice", await client.GetStringAsync($"/api/v1/customers/{id}/export", Token), StringComparison.Ordinal);

        var account = await ApiHost.BodyAsync(await client.PostAsJsonAsync("/api/v1/billing-accounts", new { customerId = id, name = "Toko", paysBy = "qris" }, Token), 201);
        var accountId = account.GetProperty("id").GetString();
        await ApiHost.BodyAsync(await client.PutAsJsonAsync($"/api/v1/billing-accounts/{accountId}", new { name = "Toko Dua", paysBy = "cash", version = 1 }, Token));
        var closed = await ApiHost.BodyAsync(await client.PostAsync($"/api/v1/billing-accounts/{accountId}/close", null, Token));
        Assert.NotEqual(JsonValueKind.Null, closed.GetProperty("closedAtUtc").ValueKind);

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/api/v1/customers/{id}?reason=twice", Token)).StatusCode);
        await ApiHost.BodyAsync(await client.PostAsync($"/api/v1/customers/{id}/restore", null, Token));
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsJsonAsync($"/api/v1/customers/{id}/erase", new { reason = "asked" }, Token)).StatusCode);
        Assert.DoesNotContain("Siti", await client.GetStringAsync($"/api/v1/customers/{id}", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_former_owner_is_exported_and_erased_over_the_api()
    {
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("admin@lab.test");
        var id = Guid.CreateVersion7();
        await ApiHost.BodyAsync(await client.PostAsJsonAsync("/api/v1/customers", new { id, name = "Siti Aminah", taxId = "3216010203040005" }, Token), 201);
        await ApiHost.BodyAsync(await client.PostAsJsonAsync($"/api/v1/customers/{id}/notes", new { text = "rings twice" }, Token));
        var onDay = (await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/customers/{id}", Token))).GetProperty("row").GetProperty("registeredOn").GetString();
        var transferred = await ApiHost.BodyAsync(await client.PostAsJsonAsync($"/api/v1/customers/{id}/transfer", new { name = "Joko", onDay, reason = "sold", version = 1 }, Token));
        var owner = transferred.GetProperty("formerOwners")[0];
        var url = $"/api/v1/customers/{id}/former-owners/{owner.GetProperty("id").GetString()}";

        var export = await client.GetStringAsync($"{url}/export", Token);
        Assert.All(new[] { "Siti Aminah", "3216010203040005", "rings twice" }, held => Assert.Contains(held, export, StringComparison.Ordinal));
        var present = await client.GetStringAsync($"/api/v1/customers/{id}/export", Token);
        Assert.DoesNotContain("Siti", present, StringComparison.Ordinal);
        Assert.DoesNotContain("rings twice", present, StringComparison.Ordinal);
        using var technician = await host.ClientOfAsync("tech@lab.test");
        await ApiHost.ProblemAsync(await technician.GetAsync($"{url}/export", Token), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await technician.PostAsJsonAsync($"{url}/erase", new { reason = "asked" }, Token), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await client.PostAsJsonAsync($"{url}/erase", new { }, Token), 422, "common.invalid");
        await ApiHost.ProblemAsync(await client.PostAsJsonAsync($"/api/v1/customers/{id}/former-owners/{id}/erase", new { reason = "asked" }, Token), 404, "customers.former_owner_not_found");
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsJsonAsync($"{url}/erase", new { reason = "asked" }, Token)).StatusCode);
        await ApiHost.ProblemAsync(await client.PostAsJsonAsync($"{url}/erase", new { reason = "asked" }, Token), 409, "customers.erased");
        var after = await client.GetStringAsync($"/api/v1/customers/{id}", Token);
        Assert.DoesNotContain("Siti", after, StringComparison.Ordinal);
        Assert.Contains("Joko", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lab_customers_are_there_with_families_companies_and_every_status()
    {
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("billing@lab.test");
        async Task<int> CountAsync(string query) => (await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/customers?pageSize=1{query}", Token))).GetProperty("totalCount").GetInt32();

        Assert.True(await CountAsync("") >= 600);
        foreach (var status in new[] { "prospect", "active", "suspended", "terminated" })
        {
            Assert.True(await CountAsync($"&status={status}") > 5, status);
        }

        Assert.True(await CountAsync("&kind=enterprise") >= 3);
        Assert.True(await CountAsync("&tag=kos-kosan") > 5);
        Assert.True(await CountAsync("&city=Kota%20Bekasi") > 5);

        var two = (await ApiHost.BodyAsync(await client.GetAsync("/api/v1/customers?pageSize=2&status=prospect", Token))).GetProperty("items");
        var (goes, stays) = (two[0].GetProperty("id").GetString(), two[1].GetProperty("id").GetString());
        var preview = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/customers/{goes}/merge?intoId={stays}", Token));
        Assert.Equal("billing_accounts", preview.GetProperty("moves")[0].GetProperty("what").GetString());
        var merged = await ApiHost.BodyAsync(await client.PostAsJsonAsync($"/api/v1/customers/{goes}/merge", new { intoId = stays, reason = "the same" }, Token));
        Assert.Equal(2, merged.GetProperty("accounts").GetArrayLength());
        var transferred = await ApiHost.BodyAsync(
            await client.PostAsJsonAsync($"/api/v1/customers/{stays}/transfer", new { name = "Orang Baru", onDay = "2026-11-20", reason = "sold", version = merged.GetProperty("version").GetInt64() }, Token));
        Assert.Equal("Orang Baru", transferred.GetProperty("row").GetProperty("name").GetString());
        Assert.Equal(1, transferred.GetProperty("formerOwners").GetArrayLength());
    }
}
