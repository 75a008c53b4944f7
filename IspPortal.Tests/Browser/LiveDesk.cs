using System.Net.Http.Json;
using System.Text.Json;
using IspPortal.Infrastructure.Lab;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Browser;

/// <summary>What a scenario needs beside the browser: data of its own, made over the API, and what the database and the lab's routers hold in the end.</summary>
internal sealed class LiveDesk : IDisposable
{
    private readonly LivePortal _portal;
    private readonly HttpClient _client;

    private LiveDesk(LivePortal portal)
    {
        _portal = portal;
        _client = new HttpClient { BaseAddress = new Uri(portal.Address) };
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(7));

    public static async Task<LiveDesk> OpenAsync(LivePortal portal)
    {
        var desk = new LiveDesk(portal);
        using var signedIn = await desk._client.PostAsJsonAsync("api/v1/auth/token", new { email = LivePages.Administrator, password = "Lab-2026!" }, Token);
        desk._client.DefaultRequestHeaders.Authorization = new("Bearer", (await ApiHost.BodyAsync(signedIn)).GetProperty("accessToken").GetString());
        return desk;
    }

    public async Task<JsonElement> GetAsync(string path) => await ApiHost.BodyAsync(await _client.GetAsync($"api/v1/{path}", Token));

    public async Task<JsonElement> PostAsync(string path, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/{path}") { Content = JsonContent.Create(body ?? new { }), Headers = { { "Idempotency-Key", Guid.CreateVersion7().ToString() } } };
        using var answer = await _client.SendAsync(request, Token);
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>A customer and its billing account.</summary>
    public async Task<(Guid CustomerId, Guid AccountId)> CustomerAsync(string name, string? phone = null, string? city = null)
    {
        var customer = await PostAsync("customers", new { name, phone, city });
        return (customer.GetProperty("row").GetProperty("id").GetGuid(), customer.GetProperty("accounts")[0].GetProperty("id").GetGuid());
    }

    /// <summary>A line that is in service, or waits for its installation.</summary>
    public async Task<Guid> SellAsync(Guid accountId, Guid planId, int router, string username, string? fixedAddress = null, bool activateNow = true)
    {
        var price = (await GetAsync($"plans/{planId}/prices")).EnumerateArray().First(p => p.GetProperty("state").GetString() == "current").GetProperty("id").GetGuid();
        var id = Guid.CreateVersion7();
        await PostAsync("subscriptions", new { id, billingAccountId = accountId, planId, priceId = price, routerId = LabLines.RouterId(router), startsOn = Today, username, fixedAddress, activateNow });
        return id;
    }

    public Task<JsonElement> SubscriptionAsync(Guid id) => GetAsync($"subscriptions/{id}");

    /// <summary>Does something to the version that is there now.</summary>
    public async Task ActAsync(Guid subscriptionId, string verb, Func<long, object> body) =>
        await PostAsync($"subscriptions/{subscriptionId}/{verb}", body((await SubscriptionAsync(subscriptionId)).GetProperty("row").GetProperty("version").GetInt64()));

    public Task RunJobAsync(string key) => PostAsync($"jobs/{key}/run");

    public async Task<T> InDatabaseAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var context = _portal.Services.GetRequiredService<PortalContextSource>().CreateForSystem("test");
        return await read(context);
    }

    /// <summary>A property of an item as the emulated router holds it; null when the router has no such item.</summary>
    public string? OnRouter(int router, string menu, string name, string property)
    {
        var world = ((LabControl)_portal.Lab).Network!.Routers[router].World;
        lock (world.Gate)
        {
            var table = world.Menu(menu);
            return table.ByName(name) is { } item ? table.Get(item, property) : null;
        }
    }

    public Task UntilOnRouterAsync(int router, string menu, string name, string property, string? expected) => LivePages.PollUntilAsync(
        () => Task.FromResult(OnRouter(router, menu, name, property) == expected),
        TimeSpan.FromMilliseconds(LivePages.Soon),
        () => $"{menu} {name} of router {router} has {property}={OnRouter(router, menu, name, property)}, not {expected}.");

    public void Dispose() => _client.Dispose();
}
