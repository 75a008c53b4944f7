using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Alerts.Rules;
using IspPortal.Tests.Monitoring;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Alerts;

/// <summary>A device that is refused again and again: from the lines of the router's log, read over TCP, to the alert of the rule that the portal comes with.</summary>
public sealed class GuessingAtTheDoorTests
{
    private const string Guesser = "02:00:5E:10:00:FF";
    private const string Forgetful = "02:00:5E:10:00:01";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("6.49")]
    [InlineData("7.18")]
    public async Task Twenty_refusals_within_ten_minutes_are_one_alert_about_the_device_until_it_is_quiet(string version)
    {
        await using var rig = await CollectorRig.StartAsync(version, sessions: 5, speed: 60);
        await new SeedAlertRules(rig.Database.Source, rig.Clock).StartAsync(Token);
        rig.Observers.Add(new RuleEngine(rig.Rules, rig.Incidents, new SubjectNames(rig.Database.Source), rig.Database.Source, rig.Clock));
        await rig.PollAsync(times: 1, seconds: 61);
        Refuse(rig, Guesser, 14);
        Refuse(rig, Forgetful, 3);

        // What a poll reads of the log is stored with the next.
        await rig.PollAsync(times: 2, seconds: 61);
        Assert.Empty(await OfRuleAsync(rig));

        Refuse(rig, Guesser, 8);
        await rig.PollAsync(times: 2, seconds: 61);
        var alert = Assert.Single(await OfRuleAsync(rig));
        Assert.NotNull(alert.OpenKey);
        Assert.Equal(
            (AlertKind.Metric, AlertSeverity.Warning, Metric.DialInFailures, SeriesSubjectKind.Dialer, rig.RouterId(), 22d),
            (alert.Kind, alert.Severity, alert.Metric!.Value, alert.SubjectKind!.Value, alert.RouterId!.Value, alert.Value!.Value));
        Assert.Contains(Guesser, alert.SubjectName, StringComparison.Ordinal);

        // Ten quiet minutes end it.
        await rig.PollAsync(times: 12, seconds: 61);
        Assert.Null(Assert.Single(await OfRuleAsync(rig)).OpenKey);
    }

    private static async Task<List<AlertIncident>> OfRuleAsync(CollectorRig rig)
    {
        await using var context = rig.Database.Open();
        var rule = await context.Set<AlertRule>().Where(r => r.BuiltInKey == "dial-in-failures").Select(r => r.Id).SingleAsync(Token);
        return await context.Set<AlertIncident>().AsNoTracking().Where(a => a.RuleId == rule).ToListAsync(Token);
    }

    private static void Refuse(CollectorRig rig, string device, int times)
    {
        var world = rig.Lab.Router.World;
        lock (world.Gate)
        {
            for (var i = 0; i < times; i++)
            {
                world.Log.Write("pppoe,info", $"PPPoE connection established from {device}");
                world.Log.Write("pppoe,ppp,error", "user nobody authentication failed");
            }
        }
    }
}
