using IspPortal.Core.Alerts;
using IspPortal.Core.Lab;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Alerts.Incidents;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Monitoring;

public sealed class BadDaysTests
{
    [Theory]
    [InlineData(LabFaultKind.StallInWord)]
    [InlineData(LabFaultKind.HalfOpen)]
    [InlineData(LabFaultKind.Fin)]
    [InlineData(LabFaultKind.FinMidTable)]
    [InlineData(LabFaultKind.ResetMidTable)]
    [InlineData(LabFaultKind.Garbage)]
    [InlineData(LabFaultKind.Fatal)]
    [InlineData(LabFaultKind.UntaggedReplies)]
    [InlineData(LabFaultKind.Refused)]
    [InlineData(LabFaultKind.SilentDrop)]
    public async Task A_fault_is_seen_hurts_nobody_else_and_heals(LabFaultKind kind)
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 10, routers: 2);
        await PollBothAsync(rig, 2);
        var sessions = rig.View(0).Snapshot.Sessions;

        rig.Lab.Routers[0].Throw(new LabFault(kind));
        var bad = rig.PollAsync(0);
        Assert.Null(await rig.PollAsync(1));
        var error = await bad;

        var broken = rig.View(0).Snapshot;
        Assert.NotNull(error);
        Assert.StartsWith("routeros.", error.Code);
        Assert.NotEqual("routeros.circuit_open", error.Code);
        Assert.Equal(RouterState.Offline, broken.State);
        Assert.Equal(error.Code, broken.ErrorCode);
        Assert.Equal(sessions, broken.Sessions);
        Assert.Equal(RouterState.Online, rig.View(1).Snapshot.State);
        var totals = rig.Totals;
        Assert.Equal(rig.View(1).Snapshot.Sessions, totals.OnlineSessions);
        Assert.Equal(sessions, totals.UnknownSessions);
        Assert.Equal((1, 1), (totals.RoutersOffline, totals.RoutersOnline));

        rig.Lab.Routers[0].ClearFaults();
        await RecoverAsync(rig);
        await rig.PassAsync(10);
        Assert.Null(await rig.PollAsync(0));
        var healed = rig.View(0);
        Assert.Equal(sessions, healed.Snapshot.Sessions);
        Assert.Null(healed.Snapshot.ErrorCode);
        Assert.All(await rig.RecordsAsync(), r => Assert.Null(r.EndedAtUtc));
        var ceiling = 2_000_000_000L;
        Assert.All(healed.Sessions, s => Assert.InRange(s.Row.DownBitsPerSecond ?? 0, 0, ceiling));
    }

    [Theory]
    [InlineData("wrong", LabRouters.Password, "routeros.login_failed")]
    [InlineData(LabRouters.User, "wrong", "routeros.login_failed")]
    [InlineData("noapi", LabRouters.Password, "routeros.login_failed|routeros.no_api_permission")]
    public async Task Who_may_not_come_in_is_told_so(string user, string password, string codes)
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 5);
        await rig.AddAsync("RTR-LOCKED", "127.0.0.1", rig.Lab.Router.Port, user, password);
        var error = await rig.PollAsync(1);
        Assert.Contains(error!.Code, codes.Split('|'));
        Assert.Null(rig.View(1).Snapshot.Sessions);
        Assert.Null(await rig.PollAsync(0));
    }

    [Fact]
    public async Task Tls_on_the_plain_port_is_named()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 5);
        await rig.AddAsync("RTR-TLS", "127.0.0.1", rig.Lab.Router.Port, useTls: true);
        Assert.Equal("routeros.tls_on_plain_port", (await rig.PollAsync(1))!.Code);
    }

    [Fact]
    public async Task A_host_that_nobody_knows_and_a_closed_port_are_named()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 5);
        await rig.AddAsync("RTR-NOWHERE", "no-such-host.invalid", 8728);
        await rig.AddAsync("RTR-CLOSED", "127.0.0.1", 1);
        Assert.Equal("routeros.host_unknown", (await rig.PollAsync(1))!.Code);
        Assert.Equal("routeros.refused", (await rig.PollAsync(2))!.Code);
    }

    [Fact]
    public async Task One_failed_poll_is_a_warning_and_three_are_offline()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 5);
        await rig.PollAsync(times: 1, seconds: 1);
        var states = new List<RouterState>();
        using var subscription = rig.Feed.Subscribe(MonitoringTopics.Router(rig.RouterId()), () => states.Add(rig.Feed.Latest(MonitoringTopics.Router(rig.RouterId()))!.State));
        rig.Lab.Router.Throw(new LabFault(LabFaultKind.Refused));
        var start = rig.Clock.GetUtcNow();
        await rig.PollAsync();
        Assert.Equal([RouterState.Warning, RouterState.Warning, RouterState.Offline], states);
        Assert.InRange((rig.Clock.GetUtcNow() - start).TotalSeconds, 4.9, 60);
    }

    [Fact]
    public async Task A_reboot_ends_the_sessions_as_rebooted_and_shows_no_burst()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 20);
        rig.Settings = rig.Settings with { SessionsEverySeconds = 10 };
        await rig.PollAsync(times: 3, seconds: 10);
        var before = await rig.RecordsAsync();
        rig.Lab.Router.Throw(new LabFault(LabFaultKind.Reboot) { Duration = TimeSpan.FromSeconds(8) });
        await rig.PassAsync(9);
        await RecoverAsync(rig);
        await rig.PollAsync(times: 2, seconds: 10);
        var ended = (await rig.RecordsAsync()).Where(r => before.Any(b => b.Id == r.Id)).ToList();
        Assert.All(ended.Where(r => r.EndedAtUtc is not null), r => Assert.Equal(SessionEndReason.RouterRebooted, r.EndReason));
        Assert.Contains(ended, r => r.EndedAtUtc is not null);
        Assert.All(rig.View().Sessions, s => Assert.InRange(s.Row.DownBitsPerSecond ?? 0, 0, 2_000_000_000L));
    }

    [Fact]
    public async Task Counters_that_were_reset_give_a_gap_and_no_burst()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 20);
        await rig.PollAsync(times: 3, seconds: 10);
        var peak = rig.View().Sessions.Max(s => s.Row.DownBitsPerSecond)!.Value;
        rig.Lab.Router.Throw(new LabFault(LabFaultKind.CounterReset));
        Assert.Null(await rig.PollAsync());
        Assert.Contains(rig.View().Sessions, s => s.Row.DownBitsPerSecond is null);
        Assert.All(rig.View().Sessions, s => Assert.InRange(s.Row.DownBitsPerSecond ?? 0, 0, Math.Max(peak * 20, 1_000_000_000)));
        await rig.PassAsync(10);
        Assert.Null(await rig.PollAsync());
        Assert.All(rig.View().Sessions, s => Assert.NotNull(s.Row.DownBitsPerSecond));
        Assert.All(await rig.RecordsAsync(), r => Assert.Null(r.EndedAtUtc));
    }

    [Fact]
    public async Task A_router_without_sessions_has_zero_and_says_so()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 0);
        await rig.PollAsync(times: 2, seconds: 5);
        Assert.Equal(0, rig.View().Snapshot.Sessions);
        Assert.Equal(0, rig.View().Snapshot.DownBitsPerSecond);
        Assert.Equal(0, rig.Totals.OnlineSessions);
    }

    [Fact]
    public async Task A_router_never_reached_is_unknown_not_empty()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 5);
        rig.Lab.Router.Throw(new LabFault(LabFaultKind.Refused));
        await rig.PollAsync();
        Assert.Null(rig.View().Snapshot.Sessions);
        Assert.Null(rig.Totals.OnlineSessions);
        Assert.Null(rig.Totals.DownBitsPerSecond);
    }

    [Fact]
    public async Task Going_offline_opens_one_incident_within_the_poll_and_coming_back_resolves_it()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 10);
        await rig.PollAsync(times: 1, seconds: 5);
        var sessions = rig.View().Snapshot.Sessions;
        rig.Lab.Router.PowerOff();
        await rig.PollAsync();
        var summary = rig.Feed.Latest(AlertTopics.Summary)!;
        var incident = Assert.Single(summary.Newest);
        Assert.Equal((1, 0, AlertSeverity.Critical), (summary.Open, summary.Acknowledged, summary.WorstSeverity));
        Assert.Equal((AlertKind.RouterUnreachable, rig.RouterId(), sessions), (incident.Kind, incident.SubjectId, incident.AffectedSessions));

        await rig.PollAsync();
        await rig.RestartAsync();
        await rig.PollAsync();
        Assert.Equal(incident.Id, Assert.Single((await rig.Board.SumAsync(TestContext.Current.CancellationToken)).Newest).Id);

        var desk = new AlertDesk(rig.Database.Factory, rig.Board, rig.Incidents, rig.Watch, new FixedActor(CollectorRig.Anyone(AlertPermissions.AlertsWrite)), rig.Clock);
        Assert.True((await desk.AcknowledgeAsync(incident.Id, null, "on the way", TestContext.Current.CancellationToken)).Succeeded);
        var second = new AlertDesk(rig.Database.Factory, rig.Board, rig.Incidents, rig.Watch, new FixedActor(CollectorRig.Anyone(AlertPermissions.AlertsWrite) with { Name = "second operator" }), rig.Clock);
        var told = (await second.AcknowledgeAsync(incident.Id, incident.Version, null, TestContext.Current.CancellationToken)).Error!;
        Assert.Equal(("alerts.already_taken", CollectorRig.Anyone().Name), (told.Code, Assert.Single(told.Arguments)));
        Assert.Equal("alerts.already_taken", (await second.ResolveAsync(incident.Id, incident.Version, "seen before it was taken", TestContext.Current.CancellationToken)).Error!.Code);
        Assert.Equal((0, 1), (rig.Feed.Latest(AlertTopics.Summary)!.Open, rig.Feed.Latest(AlertTopics.Summary)!.Acknowledged));
        Assert.Equal("alerts.note_required", (await desk.ResolveAsync(incident.Id, null, " ", TestContext.Current.CancellationToken)).Error!.Code);
        Assert.True((await desk.ResolveAsync(incident.Id, null, "false alarm", TestContext.Current.CancellationToken)).Succeeded);
        Assert.Equal("alerts.already_resolved", (await desk.ResolveAsync(incident.Id, null, "again", TestContext.Current.CancellationToken)).Error!.Code);

        await rig.PollAsync();
        var anew = Assert.Single(rig.Feed.Latest(AlertTopics.Summary)!.Newest);
        Assert.NotEqual(incident.Id, anew.Id);

        rig.Lab.Router.PowerOn();
        await rig.PassAsync(5);
        await RecoverAsync(rig);
        Assert.Empty(rig.Feed.Latest(AlertTopics.Summary)!.Newest);
    }

    [Fact]
    public async Task Two_nodes_open_one_incident()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 5);
        await rig.PollAsync(times: 1, seconds: 1);
        var other = new RouterWatch(rig.Incidents, rig.Rules);
        var offline = rig.View().Snapshot with { State = RouterState.Offline };
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? rig.Watch : other).PolledAsync(offline, TestContext.Current.CancellationToken)));
        Assert.Single((await rig.Board.SumAsync(TestContext.Current.CancellationToken)).Newest);
    }

    [Fact]
    public async Task Another_certificate_is_an_incident_of_its_own_until_the_router_is_read_again()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 5);
        await rig.PollAsync(times: 1, seconds: 1);
        var good = rig.View().Snapshot;
        var changed = good with { State = RouterState.Warning, ErrorCode = "routeros.certificate_changed" };
        await rig.Watch.PolledAsync(changed, TestContext.Current.CancellationToken);
        await rig.Watch.PolledAsync(changed with { State = RouterState.Offline }, TestContext.Current.CancellationToken);
        var open = (await rig.Board.SumAsync(TestContext.Current.CancellationToken)).Newest;
        Assert.Equal([AlertKind.RouterCertificateChanged, AlertKind.RouterUnreachable], open.Select(alert => alert.Kind).Order().Reverse());
        await rig.Watch.PolledAsync(good, TestContext.Current.CancellationToken);
        Assert.Empty((await rig.Board.SumAsync(TestContext.Current.CancellationToken)).Newest);
    }

    [Fact]
    public async Task The_chart_of_an_outage_has_a_gap()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 5);
        await rig.PollAsync(times: 3, seconds: 10);
        var from = rig.Clock.GetUtcNow().UtcDateTime;
        rig.Lab.Router.Throw(new LabFault(LabFaultKind.Refused));
        await rig.PollAsync();
        await rig.PassAsync(60);
        var to = rig.Clock.GetUtcNow().UtcDateTime;
        rig.Lab.Router.ClearFaults();
        await RecoverAsync(rig);
        await rig.PollAsync(times: 2, seconds: 10);
        var chart = await rig.Series.QueryAsync(
            new SeriesQuery(SeriesSubject.Router(rig.RouterId()), Metric.DownBytes, from.AddSeconds(10), to.AddSeconds(-10), 100), TestContext.Current.CancellationToken);
        Assert.Contains(chart.Points, p => p.Average is null);
        Assert.DoesNotContain(chart.Points, p => p.Average == 0);
    }

    private static async Task PollBothAsync(CollectorRig rig, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Null(await rig.PollAsync(0));
            Assert.Null(await rig.PollAsync(1));
            await rig.PassAsync(10);
        }
    }

    private static async Task RecoverAsync(CollectorRig rig)
    {
        for (var i = 0; i < 20; i++)
        {
            if (await rig.PollAsync(0) is null)
            {
                return;
            }

            await rig.PassAsync(5);
        }

        Assert.Fail("The router never came back.");
    }
}
