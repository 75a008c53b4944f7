using System.Collections.Frozen;
using IspPortal.Core.Alerts;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Infrastructure.Reporting;
using IspPortal.Infrastructure.Reporting.Dashboards;
using Moq;

namespace IspPortal.Tests.Reporting.Dashboards;

/// <summary>What widgets read, and what they do not say to whom.</summary>
public sealed class ReadingWidgetsTests
{
    private static readonly Guid Line = Guid.CreateVersion7();

    private readonly Mock<ISeriesReader> _history = new();
    private readonly Mock<ISeriesAnalytics> _analytics = new();
    private readonly Mock<IAlertDirectory> _alerts = new();
    private readonly Mock<IRouterMonitor> _monitor = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_latest_value_is_that_of_now_and_the_one_before_that_of_a_range_ago()
    {
        await using var rig = await ReportingRig.CreateAsync();
        var now = rig.Clock.GetUtcNow().UtcDateTime;
        _history.Setup(h => h.QueryAsync(It.IsAny<SeriesQuery>(), It.IsAny<CancellationToken>())).ReturnsAsync((SeriesQuery query, CancellationToken _) => Result.Of(new SeriesResult(TimeSpan.FromMinutes(1),
            query.ToUtc == now && query.ToUtc - query.FromUtc < TimeSpan.FromHours(1) ? [new(now.AddMinutes(-2), 7, 7), new(now.AddMinutes(-1), 8, 9), new(now, null, null)]
            : query.ToUtc == now ? [new(now.AddHours(-3), 1, 1), new(now, null, null)]
            : query.ToUtc == now.AddDays(-1) ? [new(now.AddDays(-1), 4, 4)] : throw new InvalidOperationException(query.ToString()))));
        var read = (await Reader(rig).ReadAsync(Number(), DashboardRange.Day, WidgetAudience.Staff, Token)).Value;
        Assert.Equal(new WidgetFigure(8, 4, now.AddMinutes(-1), null), read.Figure);
        Assert.Equal(100, read.Figure!.ChangePercent);
        Assert.Equal(2, read.Lines[0].Points.Count);
    }

    [Fact]
    public async Task Where_nothing_new_was_read_the_old_value_says_its_age_and_nothing_is_never_zero()
    {
        await using var rig = await ReportingRig.CreateAsync();
        var now = rig.Clock.GetUtcNow().UtcDateTime;
        _history.Setup(h => h.QueryAsync(It.IsAny<SeriesQuery>(), It.IsAny<CancellationToken>())).ReturnsAsync((SeriesQuery query, CancellationToken _) =>
            Result.Of(new SeriesResult(TimeSpan.FromMinutes(1), query.ToUtc - query.FromUtc == TimeSpan.FromDays(1) ? [new(now.AddHours(-3), 5, 5), new(now, null, null)] : [new(query.ToUtc, null, null)])));
        var figure = (await Reader(rig).ReadAsync(Number(), DashboardRange.Day, WidgetAudience.Staff, Token)).Value.Figure!;
        Assert.Equal(new WidgetFigure(5, null, now.AddHours(-3), null), figure);
        Assert.Null(figure.ChangePercent);
    }

    [Fact]
    public async Task A_sum_of_nothing_read_is_unknown()
    {
        await using var rig = await ReportingRig.CreateAsync();
        _history.Setup(h => h.QueryAsync(It.IsAny<SeriesQuery>(), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of(new SeriesResult(TimeSpan.FromMinutes(1), [])));
        _analytics.Setup(a => a.StatisticsAsync(It.IsAny<SeriesSubject>(), It.IsAny<Metric>(), It.IsAny<DateTime>(), It.IsAny<DateTime>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(Result.Of(new SeriesStatistics(null, null, null, 0, TimeSpan.Zero, TimeSpan.FromDays(1))));
        Assert.Null((await Reader(rig).ReadAsync(Number() with { Summary = WidgetSummary.Sum }, DashboardRange.Day, WidgetAudience.Staff, Token)).Value.Figure!.Current);
    }

    [Theory]
    [InlineData(24, 100d)]
    [InlineData(12, 100d)]
    [InlineData(1, null)]
    public async Task A_total_is_compared_with_one_of_a_range_that_was_read_only(int hoursSeenBefore, double? change)
    {
        await using var rig = await ReportingRig.CreateAsync();
        var now = rig.Clock.GetUtcNow().UtcDateTime;
        _history.Setup(h => h.QueryAsync(It.IsAny<SeriesQuery>(), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of(new SeriesResult(TimeSpan.FromMinutes(1), [])));
        _analytics.Setup(a => a.StatisticsAsync(It.IsAny<SeriesSubject>(), It.IsAny<Metric>(), It.IsAny<DateTime>(), It.IsAny<DateTime>(), It.IsAny<CancellationToken>())).ReturnsAsync(
            (SeriesSubject _, Metric _, DateTime _, DateTime to, CancellationToken _) => Result.Of(new SeriesStatistics(null, null, null, to == now ? 200 : 100, TimeSpan.FromHours(to == now ? 24 : hoursSeenBefore), TimeSpan.Zero)));
        Assert.Equal(change, (await Reader(rig).ReadAsync(Number() with { Summary = WidgetSummary.Sum }, DashboardRange.Day, WidgetAudience.Staff, Token)).Value.Figure!.ChangePercent);
    }

    [Theory]
    [InlineData(WidgetAudience.Staff, true, false, "budi@isp")]
    [InlineData(WidgetAudience.Staff, false, true, null)]
    [InlineData(WidgetAudience.Public, true, false, null)]
    [InlineData(WidgetAudience.Public, true, true, "budi@isp")]
    [InlineData(WidgetAudience.Public, false, true, null)]
    public async Task Names_of_customers_are_for_those_who_may_and_public_only_where_the_widget_says_so(WidgetAudience audience, bool mayNames, bool widgetNames, string? expected)
    {
        await using var rig = await ReportingRig.CreateAsync();
        await using (var context = rig.Database.Open())
        {
            var router = Guid.CreateVersion7();
            context.Add(new Router { Id = router, Name = "RTR-1", NameKey = Router.KeyOf("RTR-1"), Host = "10.0.0.1", Port = 8728, AddressKey = Router.KeyOf("10.0.0.1", 8728), Username = "portal", Password = "x", CreatedAtUtc = DateTime.UnixEpoch });
            context.Add(new AccessAccount { Id = Line, RouterId = router, Username = "budi@isp", SearchKey = "budi@isp", FirstSeenAtUtc = DateTime.UnixEpoch });
            await context.SaveChangesAsync(Token);
        }

        _analytics.Setup(a => a.TopAsync(It.IsAny<SeriesGroupQuery>(), 10, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<SeriesRank>>([new(SeriesSubject.Access(Line), 5, 6, TimeSpan.FromHours(1))]));
        _history.Setup(h => h.QueryAsync(It.IsAny<SeriesQuery>(), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of(new SeriesResult(TimeSpan.FromMinutes(1), [])));
        string[] permissions = mayNames ? [ReportingPermissions.DashboardsRead, NetworkPermissions.SessionsRead] : [ReportingPermissions.DashboardsRead];
        var reader = Reader(rig, permissions);
        var rank = Assert.Single((await reader.ReadAsync(new DashboardWidget { Kind = WidgetKind.Table, RankOf = SeriesSubjectKind.Access, RankBy = Metric.DownBytes, NamesPeople = widgetNames }, DashboardRange.Day, audience, Token)).Value.Ranks);
        Assert.Equal((expected, expected is null ? Guid.Empty : Line), (rank.Name, rank.Id));

        // A label that somebody typed is a name too.
        foreach (var label in new[] { null, "Pak Budi" })
        {
            var chart = new DashboardWidget { Kind = WidgetKind.Chart, Sources = [new WidgetSource(SeriesSubjectKind.Access, Line, "", Metric.DownBytes, label)], NamesPeople = widgetNames };
            var line = Assert.Single((await reader.ReadAsync(chart, DashboardRange.Day, audience, Token)).Value.Lines);
            Assert.Equal((expected is null ? null : label ?? expected, expected is null ? Guid.Empty : Line), (line.Label, line.Source.Id));
            Assert.True(expected is not null || line.Source.Label is null);
        }
    }

    [Fact]
    public async Task A_public_list_of_alerts_keeps_notes_hands_and_people_to_itself()
    {
        await using var rig = await ReportingRig.CreateAsync();
        _alerts.Setup(a => a.ListAsync(It.IsAny<AlertFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((AlertFilter _, PageRequest page, CancellationToken _) => Result.Of(Page<AlertRow>.Of(
            [new(Guid.CreateVersion7(), default, AlertSeverity.Critical, AlertStatus.Acknowledged, Line, "budi@isp", "routers.refused", 3, DateTime.UnixEpoch, DateTime.UnixEpoch, "Sari", null, null, "Pak Budi marah", 1)], page, 1)));
        var alert = Assert.Single((await Reader(rig).ReadAsync(new DashboardWidget { Kind = WidgetKind.Alerts }, DashboardRange.Day, WidgetAudience.Public, Token)).Value.Alerts);
        Assert.Equal(("", null, null, null), (alert.SubjectName, alert.Note, alert.AcknowledgedBy, alert.ErrorCode));
        Assert.Equal("budi@isp", Assert.Single((await Reader(rig).ReadAsync(new DashboardWidget { Kind = WidgetKind.Alerts }, DashboardRange.Day, WidgetAudience.Staff, Token)).Value.Alerts).SubjectName);
    }

    [Fact]
    public async Task Interfaces_stand_as_they_were_read()
    {
        await using var rig = await ReportingRig.CreateAsync();
        _monitor.Setup(m => m.Interfaces(Line)).Returns(Result.Of<RouterInterfaces?>(new RouterInterfaces(Line, DateTime.UnixEpoch,
        [
            new("ether1", "ether", null, true, false, 1, 2, 0, 0, 0), new("ether2", "ether", null, false, false, null, null, 0, 0, 0), new("ether3", "ether", null, false, true, null, null, 0, 0, 0), new("ether4", "ether", null, null, false, null, null, 0, 0, 0),
        ])));
        var states = (await Reader(rig).ReadAsync(new DashboardWidget { Kind = WidgetKind.Status, StatusOf = WidgetStatusOf.Interfaces, RouterId = Line }, DashboardRange.Day, WidgetAudience.Staff, Token)).Value.States;
        Assert.Equal([WidgetStanding.Good, WidgetStanding.Bad, WidgetStanding.Off, WidgetStanding.Unknown], states.Select(s => s.Standing));
        Assert.Equal([3L, null, null, null], states.Select(s => s.BitsPerSecond));
    }

    [Fact]
    public async Task Who_may_not_see_dashboards_reads_no_widget_and_a_broken_one_says_why()
    {
        await using var rig = await ReportingRig.CreateAsync();
        Assert.Equal("identity.forbidden", (await Reader(rig, "monitoring.read").ReadAsync(Number(), DashboardRange.Day, WidgetAudience.Staff, Token)).Error?.Code);
        Assert.Equal("common.invalid", (await Reader(rig).ReadAsync(Number() with { Sources = [] }, DashboardRange.Day, WidgetAudience.Staff, Token)).Error?.Code);
        _history.Setup(h => h.QueryAsync(It.IsAny<SeriesQuery>(), It.IsAny<CancellationToken>())).ReturnsAsync(IdentityErrors.Forbidden("monitoring.read"));
        Assert.Equal("identity.forbidden", (await Reader(rig).ReadAsync(Number(), DashboardRange.Day, WidgetAudience.Staff, Token)).Error?.Code);
    }

    private static DashboardWidget Number() => new() { Kind = WidgetKind.Number, Sources = [new WidgetSource(SeriesSubjectKind.Network, Guid.Empty, "", Metric.DownBytes)] };

    private WidgetReader Reader(ReportingRig rig, params string[] permissions)
    {
        var actor = new Mock<ICurrentActor> { CallBase = true };
        actor.SetupGet(a => a.Actor).Returns(new Actor(ActorKind.User, ReportingRig.Owner, "sari", (permissions.Length == 0 ? [ReportingPermissions.DashboardsRead, NetworkPermissions.SessionsRead] : permissions).ToFrozenSet(StringComparer.Ordinal), null));
        var names = new SeriesNames(rig.Database.Factory);
        var situation = new WidgetSituation(Mock.Of<IRouterDirectory>(), _monitor.Object, Mock.Of<IOutageDirectory>(), _alerts.Object, Mock.Of<IJobDirectory>(), names);
        return new WidgetReader(new WidgetSeries(_history.Object, _analytics.Object, names, actor.Object), situation, actor.Object, rig.Clock);
    }
}
