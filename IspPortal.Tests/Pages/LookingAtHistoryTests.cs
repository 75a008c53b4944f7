using Bunit;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Monitoring.Usage;
using IspPortal.Web.Features.Monitoring.Parts;
using IspPortal.Web.Shared.Charts;
using Moq;

namespace IspPortal.Tests.Pages;

/// <summary>The history of a line; what the browser's chart would say is said by the test.</summary>
public sealed class LookingAtHistoryTests : PageScene
{
    private static readonly Guid Access = new("01890a5d-ac96-774b-bcce-b302099a8057");

    private readonly Mock<ISeriesReader> _series;
    private readonly Mock<ISeriesAnalytics> _analytics;
    private readonly List<SeriesQuery> _asked = [];

    public LookingAtHistoryTests()
    {
        (_series, _analytics) = (Stub<ISeriesReader>(), Stub<ISeriesAnalytics>());
        _series.Setup(s => s.QueryAsync(It.IsAny<SeriesQuery>(), It.IsAny<CancellationToken>())).ReturnsAsync((SeriesQuery query, CancellationToken _) =>
        {
            _asked.Add(query);
            return (Result<SeriesResult>)new SeriesResult(TimeSpan.FromMinutes(5), [new(query.FromUtc.AddMinutes(5), 125_000, 250_000), new(query.FromUtc.AddMinutes(10), null, null)]);
        });
        _analytics.Setup(a => a.StatisticsAsync(It.IsAny<SeriesSubject>(), It.IsAny<Metric>(), It.IsAny<DateTime>(), It.IsAny<DateTime>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<SeriesStatistics>)new SeriesStatistics(125_000, 250_000, 187_500, 10_800_000_000, TimeSpan.FromHours(23), TimeSpan.FromHours(1)));
    }

    [Fact]
    public void Figures_stand_beside_the_chart_in_bits_and_unseen_time_is_told()
    {
        var row = OpenHistory().Find("[data-figures=DownBytes]");
        Assert.Equal(
            ["1.00Mbit/s", "1.50Mbit/s", "2.00Mbit/s", "10.8GB", "1 h"],
            ((string[])["data-average", "data-p95", "data-peak", "data-sum", "data-unseen"]).Select(what => string.Concat(row.QuerySelector($"[{what}]")!.TextContent.Split('\n', StringSplitOptions.TrimEntries))));
    }

    [Fact]
    public async Task Dragging_asks_the_server_for_that_stretch_and_the_address_keeps_it()
    {
        var page = OpenHistory();
        var (from, to) = (Clock.GetUtcNow().UtcDateTime.AddHours(-6), Clock.GetUtcNow().UtcDateTime.AddHours(-5));
        _asked.Clear();
        await page.InvokeAsync(() => page.FindComponent<TimeSeriesChart>().Instance.ZoomedAsync((from - DateTime.UnixEpoch).TotalMilliseconds, (to - DateTime.UnixEpoch).TotalMilliseconds));
        page.WaitForAssertion(() => Assert.Equal([(Metric.DownBytes, from, to), (Metric.UpBytes, from, to)], _asked.Select(q => (q.Metric, q.FromUtc, q.ToUtc))));
        Assert.Contains("since=20261122T020000Z&until=20261122T030000Z", Address.Uri, StringComparison.Ordinal);
        Assert.Contains("since=20261122T020000Z", page.Find("[data-csv]").GetAttribute("href"), StringComparison.Ordinal);

        // Twice as wide around it.
        page.Find("[data-wider]").Click();
        Assert.Contains("since=20261122T013000Z&until=20261122T033000Z", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void The_week_before_is_asked_for_beside_a_week_and_not_offered_beside_a_month()
    {
        var page = OpenHistory();
        page.Find("[data-range='7d']").Click();
        _asked.Clear();
        page.Find("[data-compare]").Click();
        page.WaitForAssertion(() => Assert.Equal(4, _asked.Count));
        Assert.Equal([TimeSpan.FromDays(7), TimeSpan.FromDays(7)], _asked.Take(2).Zip(_asked.Skip(2)).Select(pair => pair.First.FromUtc - pair.Second.FromUtc));
        Assert.Equal(4, page.FindComponent<TimeSeriesChart>().Instance.Series.Count);
        page.Find("[data-range='30d']").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-compare]")));
    }

    [Fact]
    public void Only_figures_of_which_something_was_read_have_a_chart()
    {
        _series.Setup(s => s.QueryAsync(It.Is<SeriesQuery>(q => q.Metric != Metric.CpuPercent), It.IsAny<CancellationToken>())).ReturnsAsync((Result<SeriesResult>)new SeriesResult(TimeSpan.FromMinutes(5), []));
        var page = Open<RouterMetrics>(parameters => parameters.Add(p => p.RouterId, Access).Add(p => p.Name, "RTR-BEKASI"));
        page.WaitForAssertion(() => Assert.Equal(["DownBytes", "CpuPercent"], page.FindAll("[data-history]").Select(chart => chart.GetAttribute("data-history"))));
    }

    [Fact]
    public void Days_become_months_and_keep_their_sums()
    {
        var usage = Stub<IUsageDirectory>();
        Stub<IBusinessClock>().Setup(b => b.TodayAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new DateOnly(2026, 11, 22));
        usage.Setup(u => u.DaysAsync(Access, It.IsAny<DateOnly>(), new DateOnly(2026, 11, 22), It.IsAny<CancellationToken>())).ReturnsAsync((Result<IReadOnlyList<UsageDay>>)(UsageDay[])
        [
            new(new(2026, 10, 30), 4_000_000_000, 1_000_000_000, TimeSpan.FromHours(24), TimeSpan.Zero), new(new(2026, 11, 1), 2_000_000_000, 500_000_000, TimeSpan.FromHours(20), TimeSpan.FromHours(4)),
            new(new(2026, 11, 2), 3_000_000_000, 500_000_000, TimeSpan.FromHours(24), TimeSpan.Zero),
        ]);
        var card = Open<UsageCard>(parameters => parameters.Add(p => p.AccessId, Access));
        card.WaitForAssertion(() => Assert.Equal(3, card.FindAll("[data-usage-row]").Count));
        card.Find("[data-usage=month]").Click();
        card.WaitForAssertion(() => Assert.Equal(2, card.FindAll("[data-usage-row]").Count));
        var november = card.FindAll("[data-usage-row]")[0].TextContent;
        Assert.Contains("November 2026", november, StringComparison.Ordinal);
        Assert.Contains("6.00", november, StringComparison.Ordinal);
        Assert.Contains("4 h", november, StringComparison.Ordinal);
        usage.Verify(u => u.DaysAsync(Access, new DateOnly(2024, 12, 1), new DateOnly(2026, 11, 22), It.IsAny<CancellationToken>()), Times.Once);
    }

    private IRenderedComponent<LineHistory> OpenHistory() => Open<LineHistory>(parameters => parameters.Add(p => p.AccessId, Access).Add(p => p.Username, "budi"));
}
