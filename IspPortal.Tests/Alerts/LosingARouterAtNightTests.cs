using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Alerts.Escalation;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Alerts;

/// <summary>A router dies: one critical alert, its subscribers' hidden, each person told once, escalation, recovery, all-clear.</summary>
public sealed class LosingARouterAtNightTests
{
    private static readonly Guid LineGone = new("01890000-0000-7000-8000-00000000e901");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task One_critical_alert_hides_its_subscribers_and_tells_each_person_once_until_it_is_over(string provider)
    {
        await using var rig = await AlertRig.CreateAsync(provider);
        await rig.AddRuleAsync(LineGone, new() { Name = "Line is not read", Metric = Metric.OnlinePercent, SubjectKind = SeriesSubjectKind.Access, Operator = AlertOperator.Missing, ForSeconds = 60, PolicyId = BuiltInRules.UrgentPolicy });
        await PollLinesAsync(rig, AlertRig.Bekasi);
        await PollLinesAsync(rig, AlertRig.Depok);
        Assert.Empty(await rig.OpenAsync());

        // Dead: the poll that shows it opens it, and tells whoever is on call.
        rig.Clock.Advance(TimeSpan.FromSeconds(20));
        await rig.LoseAsync(AlertRig.Bekasi);
        var root = Assert.Single(await rig.OpenAsync());
        Assert.Equal((AlertKind.RouterUnreachable, AlertSeverity.Critical, "RTR-BEKASI", 3, rig.Clock.NowUtc), (root.Kind, root.Severity, root.SubjectName, root.AffectedSessions, root.OpenedAtUtc));
        await rig.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(["Bagus Pratama"], rig.Outbox.Told(AlertMessages.Opened));
        Assert.Equal("Router tidak menjawab", rig.Outbox.Queued[0].Order.Values["alert"]);
        Assert.Equal($"https://portal.test/alerts/{root.Id}", rig.Outbox.Queued[0].Order.Values["link"]);

        // Its lines are missed a minute later: hidden, and nobody is told of them.
        await rig.PassAsync(TimeSpan.FromSeconds(60));
        await rig.LoseAsync(AlertRig.Bekasi);
        var open = await rig.OpenAsync();
        Assert.Equal(4, open.Count);
        Assert.All(open.Where(a => a.Id != root.Id), a => Assert.Equal((root.Id, AlertKind.Metric, LineGone), (a.SuppressedById!.Value, a.Kind, a.RuleId!.Value)));
        Assert.Equal(["bekasi1", "bekasi2", "bekasi3"], open.Where(a => a.Id != root.Id).Select(a => a.SubjectName).Order());
        var summary = await rig.Board.SumAsync(Token);
        Assert.Equal((1, 3, root.Id), (summary.Open, summary.Suppressed, Assert.Single(summary.Newest).Id));
        Assert.Equal(3, (await rig.Directory().GetAsync(root.Id, Token)).Value.Hides);

        // Nobody takes it: the other operator after 15 min, the administrator after 30; the first is not told again.
        await rig.PassAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(["Dimas Saputra"], rig.Outbox.Told(AlertMessages.Escalated));
        await rig.PassAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(["Dimas Saputra", "Ayu Lestari"], rig.Outbox.Told(AlertMessages.Escalated));
        await rig.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(3, rig.Outbox.Queued.Count);

        // It is back and so are its lines: it ends by itself, so do they without ever showing, and everybody who was told is told once.
        await PollLinesAsync(rig, AlertRig.Bekasi);
        Assert.Empty(await rig.OpenAsync());
        await rig.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(["Ayu Lestari", "Bagus Pratama", "Dimas Saputra"], rig.Outbox.Told(AlertMessages.Resolved).Order());
        Assert.Equal(6, rig.Outbox.Queued.Count);
        Assert.Equal(6, rig.Outbox.Queued.Select(q => (q.Order.SubjectId, q.Order.Kind, q.To.Address)).Distinct().Count());
        var details = (await rig.Directory().GetAsync(root.Id, Token)).Value;
        Assert.Equal([AlertMomentKind.Opened, AlertMomentKind.Resolved], details.Moments.Select(m => m.Kind));
        Assert.Equal([(1, "Bagus Pratama"), (2, "Dimas Saputra"), (3, "Ayu Lestari")], details.Told.Select(t => (t.Step, t.Name)));
    }

    [Fact]
    public async Task Once_somebody_takes_it_nobody_further_is_told_but_those_who_were_hear_that_it_is_over()
    {
        await using var rig = await AlertRig.CreateAsync();
        await rig.LoseAsync(AlertRig.Bekasi);
        await rig.PassAsync(TimeSpan.FromSeconds(10));
        var root = Assert.Single(await rig.OpenAsync());
        Assert.Null((await rig.Desk().AcknowledgeAsync(root.Id, null, "on my way", Token)).Error);
        Assert.Null((await rig.Desk().NoteAsync(root.Id, "power is out", Token)).Error);
        await rig.PassAsync(TimeSpan.FromHours(2));
        Assert.Single(rig.Outbox.Queued);
        Assert.Null((await rig.Desk().ResolveAsync(root.Id, null, "generator runs", Token)).Error);
        await rig.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["Bagus Pratama"], rig.Outbox.Told(AlertMessages.Resolved));
        var moments = (await rig.Directory().GetAsync(root.Id, Token)).Value.Moments;
        Assert.Equal([AlertMomentKind.Opened, AlertMomentKind.Acknowledged, AlertMomentKind.Noted, AlertMomentKind.Resolved], moments.Select(m => m.Kind));
        Assert.Equal([null, "on my way", "power is out", "generator runs"], moments.Select(m => m.Text));
    }

    [Fact]
    public async Task A_portal_that_dies_between_telling_and_noting_tells_nobody_twice()
    {
        await using var rig = await AlertRig.CreateAsync();
        await rig.LoseAsync(AlertRig.Bekasi);
        rig.Outbox.DiesAfterNext = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.Escalation().RunAsync(Token));
        rig.Restart();
        await rig.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((2, 1), (rig.Outbox.Asked, rig.Outbox.Queued.Count));
        Assert.Equal(1, Assert.Single(await rig.OpenAsync()).StepsDone);
    }

    [Fact]
    public async Task Whoever_never_heard_that_it_began_does_not_hear_that_it_is_over()
    {
        await using var rig = await AlertRig.CreateAsync();
        rig.Outbox.Waits = true;
        await rig.LoseAsync(AlertRig.Bekasi);
        await rig.PassAsync(TimeSpan.FromSeconds(10));
        await rig.PollAsync(AlertRig.Bekasi);
        await rig.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(rig.Outbox.Told(AlertMessages.Resolved));
        Assert.False(Assert.Single(await rig.AllAsync()).OwesAllClear);
    }

    [Fact]
    public async Task What_outlives_its_router_comes_up_and_is_told_of_from_then_on()
    {
        await using var rig = await AlertRig.CreateAsync();
        await rig.AddRuleAsync(LineGone, new() { Name = "Hot", Metric = Metric.TemperatureCelsius, SubjectKind = SeriesSubjectKind.Router, Operator = AlertOperator.Above, Value = 60, PolicyId = BuiltInRules.UrgentPolicy });
        await HotAsync(rig);
        await rig.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Single(rig.Outbox.Queued);
        await rig.LoseAsync(AlertRig.Bekasi);
        var hidden = (await rig.OpenAsync()).Single(a => a.RuleId == LineGone);
        Assert.NotNull(hidden.SuppressedById);

        await rig.PassAsync(TimeSpan.FromMinutes(20));
        await HotAsync(rig);
        Assert.True((await rig.OpenAsync()).Single().IsSuppressed);
        await rig.PassAsync(TimeSpan.FromSeconds(90));
        Assert.False((await rig.OpenAsync()).Single().IsSuppressed);
        Assert.Contains(AlertMomentKind.Surfaced, (await rig.Directory().GetAsync(hidden.Id, Token)).Value.Moments.Select(m => m.Kind));
        var before = rig.Outbox.Queued.Count(q => q.Order.SubjectId == hidden.Id);
        await rig.PassAsync(TimeSpan.FromMinutes(16));
        Assert.Equal(before + 1, rig.Outbox.Queued.Count(q => q.Order.SubjectId == hidden.Id));

        static Task HotAsync(AlertRig rig) => rig.PollAsync(AlertRig.Bekasi, (SeriesSubject.Router(AlertRig.Bekasi), Metric.TemperatureCelsius, 75));
    }

    private static Task PollLinesAsync(AlertRig rig, Guid router) =>
        rig.PollAsync(router, [.. Enumerable.Range(1, 3).Select(n => (SeriesSubject.Access(AlertRig.LineOf(router, n)), Metric.OnlinePercent, 100d))]);
}
