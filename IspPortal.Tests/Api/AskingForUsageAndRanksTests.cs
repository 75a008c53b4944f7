using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Monitoring.Usage;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace IspPortal.Tests.Api;

public sealed class AskingForUsageAndRanksTests
{
    private static readonly DateTime From = new(2026, 11, 22, 7, 0, 0, DateTimeKind.Utc);
    private readonly Mock<ISeriesAnalytics> _analytics = new(MockBehavior.Strict);
    private readonly Mock<IUsageDirectory> _usage = new(MockBehavior.Strict);

    [Fact]
    public async Task A_series_is_summed_up_and_a_percentile_nobody_knows_is_null()
    {
        var subject = SeriesSubject.Probe(RouterRows.BekasiId, "1.1.1.1");
        _analytics.Setup(a => a.StatisticsAsync(subject, Metric.LatencyMilliseconds, From, From.AddHours(1), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new SeriesStatistics(9.5, 40, null, null, TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(10)));
        await using var host = await StartAsync();
        using var client = host.SignedIn(MonitoringPermissions.MonitoringRead);

        var body = await ApiHost.BodyAsync(await client.GetAsync(
            $"/api/v1/series/statistics?subject=probe:{RouterRows.BekasiId}:1.1.1.1&metric=latencyMilliseconds&from=2026-11-22T07:00:00Z&to=2026-11-22T08:00:00Z", Token));

        Assert.Equal(("milliseconds", 9.5, 600.0), (body.GetProperty("unit").GetString(), body.GetProperty("average").GetDouble(), body.GetProperty("unseenSeconds").GetDouble()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, body.GetProperty("percentile95").ValueKind);
    }

    [Fact]
    public async Task The_largest_come_first_and_their_subjects_can_be_asked_for_again()
    {
        var asked = new SeriesGroupQuery(SeriesSubjectKind.Interface, Metric.RxBytes, From, From.AddHours(1), RouterRows.BekasiId);
        _analytics.Setup(a => a.TopAsync(asked, 3, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new List<SeriesRank> { new(SeriesSubject.Interface(RouterRows.BekasiId, "sfp:1"), 5e9, 2e6, TimeSpan.FromHours(1)) });
        await using var host = await StartAsync();
        using var client = host.SignedIn(MonitoringPermissions.MonitoringRead);

        var body = await ApiHost.BodyAsync(await client.GetAsync(
            $"/api/v1/series/top?kind=interface&metric=rxBytes&count=3&routerId={RouterRows.BekasiId}&from=2026-11-22T07:00:00Z&to=2026-11-22T08:00:00Z", Token));

        var item = Assert.Single(body.GetProperty("items").EnumerateArray());
        Assert.Equal(($"interface:{RouterRows.BekasiId}:sfp:1", 5e9), (item.GetProperty("subject").GetString(), item.GetProperty("sum").GetDouble()));
    }

    [Fact]
    public async Task Usage_comes_by_day_with_its_sum()
    {
        var day = new DateOnly(2026, 11, 22);
        _usage.Setup(u => u.DaysAsync(RouterRows.BekasiId, day.AddDays(-1), day, It.IsAny<CancellationToken>())).ReturnsAsync(new List<UsageDay>
        {
            new(day.AddDays(-1), 100, 10, TimeSpan.FromHours(24), TimeSpan.Zero),
            new(day, 200, 20, TimeSpan.FromHours(3), TimeSpan.FromMinutes(7)),
        });
        await using var host = await StartAsync();
        using var client = host.SignedIn(MonitoringPermissions.MonitoringRead);

        var body = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/accesses/{RouterRows.BekasiId}/usage?from=2026-11-21&to=2026-11-22", Token));

        Assert.Equal((300, 30), (body.GetProperty("downBytes").GetInt64(), body.GetProperty("upBytes").GetInt64()));
        Assert.Equal(("2026-11-22", 420.0), (body.GetProperty("items")[1].GetProperty("on").GetString(), body.GetProperty("items")[1].GetProperty("unseenSeconds").GetDouble()));
    }

    [Theory]
    [InlineData("series/statistics?metric=downBytes", 422, "common.required")]
    [InlineData("series/statistics?subject=planet:7&metric=downBytes", 400, "common.malformed")]
    [InlineData("series/top?metric=downBytes&count=1001", 422, "common.out_of_range")]
    [InlineData("series/top?metric=downBytes&kind=beer", 422, "common.unknown_value")]
    [InlineData("series/top", 422, "common.required")]
    [InlineData("accesses/01890a5d-ac96-774b-bcce-000000000001/usage?from=2026-11-22&to=2026-11-21", 422, "common.not_before_to")]
    public async Task A_wrong_question_is_refused(string path, int status, string code)
    {
        await using var host = await StartAsync();
        using var client = host.SignedIn(MonitoringPermissions.MonitoringRead);
        await ApiHost.ProblemAsync(await client.GetAsync($"/api/v1/{path}", Token), status, code);
    }

    [Theory]
    [InlineData("series/statistics")]
    [InlineData("series/top")]
    [InlineData("accesses/01890a5d-ac96-774b-bcce-000000000001/usage")]
    public async Task Who_may_not_look_is_told_so(string path)
    {
        await using var host = await StartAsync();
        using var anonymous = host.Anonymous();
        await ApiHost.ProblemAsync(await anonymous.GetAsync($"/api/v1/{path}", Token), 401, "identity.sign_in_required");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<ApiHost> StartAsync() => ApiHost.StartAsync(services: services => services.AddSingleton(_analytics.Object).AddSingleton(_usage.Object));
}
