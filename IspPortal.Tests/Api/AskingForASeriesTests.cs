using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Web.Features.Monitoring.Api;
using Moq;

namespace IspPortal.Tests.Api;

public sealed class AskingForASeriesTests
{
    private const string Access = "access:01890a5d-ac96-774b-bcce-000000000001";

    [Fact]
    public async Task Subject_metric_range_and_points_reach_the_store_and_gaps_stay_gaps()
    {
        await using var host = await ApiHost.StartAsync();
        var from = new DateTime(2026, 11, 22, 7, 0, 0, DateTimeKind.Utc);
        var asked = new SeriesQuery(SeriesSubject.Access(RouterRows.BekasiId), Metric.DownBytes, from, from.AddHours(1), 60);
        host.Series.Setup(series => series.QueryAsync(asked, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new SeriesResult(TimeSpan.FromMinutes(1), [new SeriesPoint(from.AddMinutes(1), 12.5, 40), new SeriesPoint(from.AddMinutes(2), null, null)]));
        using var client = host.SignedIn(MonitoringPermissions.MonitoringRead);

        var body = await ApiHost.BodyAsync(await client.GetAsync(
            $"/api/v1/series?subject={Access}&metric=downBytes&from=2026-11-22T14:00:00%2B07:00&to=2026-11-22T08:00:00Z&points=60", TestContext.Current.CancellationToken));

        Assert.Equal(("downBytes", "bytesPerSecond", 60.0), (body.GetProperty("metric").GetString(), body.GetProperty("unit").GetString(), body.GetProperty("stepSeconds").GetDouble()));
        Assert.Equal(12.5, body.GetProperty("points")[0].GetProperty("average").GetDouble());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, body.GetProperty("points")[1].GetProperty("average").ValueKind);
    }

    [Theory]
    [InlineData("metric=downBytes", 422, "common.required")]
    [InlineData($"subject={Access}", 422, "common.required")]
    [InlineData($"subject={Access}&metric=beer", 422, "common.unknown_value")]
    [InlineData($"subject={Access}&metric=downBytes&points=5001", 422, "common.out_of_range")]
    [InlineData($"subject={Access}&metric=downBytes&from=2026-11-22T08:00:00Z&to=2026-11-22T08:00:00Z", 422, "common.not_before_to")]
    [InlineData("subject=access:7&metric=downBytes", 400, "common.malformed")]
    [InlineData("subject=planet:7&metric=downBytes", 400, "common.malformed")]
    [InlineData($"subject={Access}&metric=downBytes&from=noon", 400, "common.malformed")]
    public async Task A_wrong_question_is_refused(string query, int status, string code)
    {
        await using var host = await ApiHost.StartAsync();
        using var client = host.SignedIn(MonitoringPermissions.MonitoringRead);

        await ApiHost.ProblemAsync(await client.GetAsync($"/api/v1/series?{query}", TestContext.Current.CancellationToken), status, code);
    }

    [Fact]
    public void An_interface_may_have_colons_in_its_name() =>
        Assert.Equal(SeriesSubject.Interface(RouterRows.BekasiId, "sfp:1:uplink"), SeriesSubjectText.Parse($"interface:{RouterRows.BekasiId}:sfp:1:uplink"));

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Every_metric_has_a_unit(Metric metric) => Assert.NotEqual("", SeriesResource.UnitOf(metric));

    public static TheoryData<Metric> Metrics => [.. Enum.GetValues<Metric>()];
}
