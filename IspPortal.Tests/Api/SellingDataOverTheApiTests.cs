using System.Net.Http.Json;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Quota;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace IspPortal.Tests.Api;

public sealed class SellingDataOverTheApiTests
{
    private const long Gigabyte = 1_000_000_000;

    private static readonly Guid Id = new("01890a5d-ac96-774b-bcce-b302099a8057");

    private readonly Mock<IQuotaDirectory> _quotas = new(MockBehavior.Strict);
    private readonly Mock<IQuotaTopUps> _topUps = new(MockBehavior.Strict);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_used_and_bought_is_read_in_whole_numbers()
    {
        Show();
        await using var host = await HostAsync();
        var read = await ApiHost.BodyAsync(await host.SignedIn(SubscriptionsPermissions.SubscriptionsRead).GetAsync($"/api/v1/subscriptions/{Id}/quota", Token));
        Assert.Equal("IDR", read.GetProperty("currency").GetString());
        var use = read.GetProperty("use");
        Assert.Equal((84 * Gigabyte, 100 * Gigabyte, 84, false, "throttle", "2026-11-30"), (
            use.GetProperty("usedBytes").GetInt64(), use.GetProperty("quotaBytes").GetInt64(), use.GetProperty("percent").GetInt32(), use.GetProperty("isUsedUp").GetBoolean(), use.GetProperty("action").GetString(), use.GetProperty("toOn").GetString()));
        Assert.Equal(30_000, read.GetProperty("topUps")[0].GetProperty("price").GetInt64());
    }

    [Fact]
    public async Task Data_is_sold_by_those_who_may_and_with_a_key_alone()
    {
        await using var host = await HostAsync();
        var body = new { version = 7, bytes = 5 * Gigabyte, price = 10_000, reason = "a" };
        await ApiHost.ProblemAsync(await host.SignedIn(SubscriptionsPermissions.SubscriptionsRead).PostAsJsonAsync($"/api/v1/subscriptions/{Id}/top-ups", body, Token), 403, "identity.forbidden");
        using var client = host.SignedIn(SubscriptionsPermissions.SubscriptionsWrite);
        await ApiHost.ProblemAsync(await client.PostAsJsonAsync($"/api/v1/subscriptions/{Id}/top-ups", body, Token), 400, "common.idempotency_key_required");
        _topUps.VerifyNoOtherCalls();
    }

    private void Show() => _quotas.Setup(q => q.GetAsync(Id, It.IsAny<CancellationToken>())).ReturnsAsync((Result<QuotaDetails>)new QuotaDetails(
        new(new(new(2026, 11, 1), new(2026, 11, 30)), 84 * Gigabyte, 100 * Gigabyte, 0, TimeSpan.Zero, PlanQuotaAction.Throttle, null),
        [new(Id, new(2026, 11, 1), Gigabyte, Money.Idr(30_000), null, "Sari", DateTime.UnixEpoch)],
        []));

    private Task<ApiHost> HostAsync() => ApiHost.StartAsync(services: services => services.AddSingleton(_quotas.Object).AddSingleton(_topUps.Object));
}
