using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Monitoring.Collection;

namespace IspPortal.Tests.Monitoring;

/// <summary>What is kept over time of a router that answers as RouterOS does.</summary>
public sealed class KeepingFiguresTests
{
    private const string Intruder = "02:00:5E:10:00:FF";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("6.49")]
    [InlineData("7.12")]
    [InlineData("7.24")]
    public async Task Every_metric_of_the_catalogue_is_written_by_somebody(string version)
    {
        await using var rig = await CollectorRig.StartAsync(version, sessions: 30, speed: 60, radioClients: 3);
        rig.Settings = rig.Settings with { ProbeTargets = "1.1.1.1, 10.1.9.9", CountersEverySeconds = 60, SessionsEverySeconds = 60 };
        var from = rig.Clock.GetUtcNow().UtcDateTime;
        await rig.PollAsync(times: 1, seconds: 30);
        Refuse(rig);
        await rig.PollAsync(times: 12, seconds: 30);
        var to = rig.Clock.GetUtcNow().UtcDateTime.AddMinutes(1);

        var router = rig.RouterId();
        var station = Station(rig);
        // Light is read by others: MeasuringLightTests.
        foreach (var definition in MetricCatalog.All.Where(d => d.Metric != Metric.RxPowerDbm))
        {
            foreach (var kind in definition.Subjects.Where(kind => kind != SeriesSubjectKind.Network))
            {
                var subject = kind switch
                {
                    SeriesSubjectKind.Router => SeriesSubject.Router(router),
                    SeriesSubjectKind.Access => SeriesSubject.Access(rig.View().Sessions[0].Row.AccessId),
                    SeriesSubjectKind.Interface => SeriesSubject.Interface(router, "ether1"),
                    SeriesSubjectKind.Pool => SeriesSubject.Pool(router, "pppoe-pool"),
                    SeriesSubjectKind.Probe => SeriesSubject.Probe(router, "1.1.1.1"),
                    SeriesSubjectKind.Dialer => SeriesSubject.Dialer(router, Intruder),
                    SeriesSubjectKind.WirelessClient => SeriesSubject.WirelessClient(router, station),
                    _ => throw new InvalidOperationException($"Nobody knows who writes a {kind}."),
                };
                var found = await rig.Series.Analysis.StatisticsAsync(subject, definition.Metric, from, to, Token);

                // The package of 7.13 and later tells no quality.
                var isTold = definition.Metric != Metric.QualityPercent || version != "7.24";
                Assert.True(isTold == found.Average is not null, $"{definition.Metric} of {subject}: {found}");
            }
        }
    }

    [Fact]
    public async Task They_are_what_the_router_says()
    {
        await using var rig = await CollectorRig.StartAsync("7.12", sessions: 30, speed: 60, radioClients: 3);
        rig.Settings = rig.Settings with { ProbeTargets = "1.1.1.1, 10.1.9.9" };
        var from = rig.Clock.GetUtcNow().UtcDateTime;
        await rig.PollAsync(times: 1, seconds: 61);
        Refuse(rig);
        Refuse(rig);
        await rig.PollAsync(times: 3, seconds: 61);
        var router = SeriesSubject.Router(rig.RouterId());

        Assert.Equal(2, (await OfAsync(router, Metric.SignInFailures)).Sum);
        Assert.Equal(2, (await OfAsync(SeriesSubject.Dialer(router.Id, Intruder), Metric.DialInFailures)).Sum);
        Assert.Equal(0, (await OfAsync(SeriesSubject.Probe(router.Id, "1.1.1.1"), Metric.LossPercent)).Average);
        Assert.InRange((await OfAsync(SeriesSubject.Probe(router.Id, "1.1.1.1"), Metric.LatencyMilliseconds)).Average!.Value, 5, 20);
        Assert.Equal(100, (await OfAsync(SeriesSubject.Probe(router.Id, "10.1.9.9"), Metric.LossPercent)).Average);
        Assert.Null((await OfAsync(SeriesSubject.Probe(router.Id, "10.1.9.9"), Metric.LatencyMilliseconds)).Average);
        var ppp = rig.Lab.Router.Status().PppSessions;
        Assert.Equal(100.0 * ppp / 500, (await OfAsync(router, Metric.LicenceUsedPercent)).Average!.Value, 0.01);
        Assert.InRange((await OfAsync(SeriesSubject.Pool(router.Id, "pppoe-pool"), Metric.PoolUsedPercent)).Maximum!.Value, 0.01, 100.0 * ppp / 7_900);
        Assert.InRange((await OfAsync(SeriesSubject.WirelessClient(router.Id, Station(rig)), Metric.SignalDbm)).Average!.Value, -85, -54);
        Assert.Equal(100, (await OfAsync(router, Metric.AnsweredPercent)).Average);
        Assert.True((await OfAsync(router, Metric.UptimeSeconds)).Maximum > TimeSpan.FromDays(22).TotalSeconds);

        Task<SeriesStatistics> OfAsync(SeriesSubject subject, Metric metric) =>
            rig.Series.Analysis.StatisticsAsync(subject, metric, from, rig.Clock.GetUtcNow().UtcDateTime.AddMinutes(1), Token);
    }

    [Fact]
    public async Task A_poll_that_is_not_answered_counts_against_the_router_and_not_against_its_lines()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 20, speed: 30);
        var from = rig.Clock.GetUtcNow().UtcDateTime;
        await rig.PollAsync(times: 3, seconds: 10);
        rig.Lab.Router.PowerOff();
        await rig.PollAsync();
        await rig.PassAsync(10);
        var answered = await rig.Series.Analysis.StatisticsAsync(SeriesSubject.Router(rig.RouterId()), Metric.AnsweredPercent, from, rig.Clock.GetUtcNow().UtcDateTime, Token);
        Assert.InRange(answered.Average!.Value, 10, 90);
        var loss = await rig.Series.Analysis.StatisticsAsync(SeriesSubject.Router(rig.RouterId()), Metric.LossPercent, from, rig.Clock.GetUtcNow().UtcDateTime, Token);
        Assert.Equal(100 - answered.Average.Value, loss.Average!.Value, 0.01);
    }

    [Fact]
    public async Task Across_a_restart_usage_goes_on_and_the_graph_has_a_gap()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 20, speed: 30);
        var start = rig.Clock.GetUtcNow();
        await rig.PollAsync(times: 3, seconds: 10);
        await rig.KillAsync();
        await rig.PassAsync(120);
        await rig.PollAsync(times: 3, seconds: 10);

        var book = await rig.Series.RecallCountersAsync(rig.RouterId(), Token);
        var today = DateOnly.FromDateTime(rig.Clock.GetUtcNow().UtcDateTime);
        var used = await rig.Series.Usage.SumsAsync(
            [.. book!.Sessions.Select(s => s.Access)], today.AddDays(-1), today.AddDays(1), TimeZoneInfo.Utc, Token);
        Assert.Equal(rig.View().Sessions.Length, used.Count);
        foreach (var session in rig.View().Sessions.Select(s => s.Row).Where(row => row.Service == AccessService.Pppoe))
        {
            // Its counter now, less what it had moved before the portal first saw the router.
            var sum = used[session.AccessId];
            Assert.InRange(sum.Down, 0, session.DownBytes!.Value);
            Assert.InRange(sum.SeenMs, 20_000, 200_000);
            Assert.InRange(sum.UnseenMs, 60_000, (rig.Clock.GetUtcNow() - start).TotalMilliseconds - sum.SeenMs);
        }
    }

    [Theory]
    [InlineData("10.0.0.10-10.0.0.19", 10)]
    [InlineData("10.0.0.10-10.0.0.19,10.1.0.0/24,10.2.0.1", 267)]
    [InlineData("", 0)]
    [InlineData("10.0.0.19-10.0.0.10", 0)]
    [InlineData(null, 0)]
    public void A_pool_is_as_large_as_its_ranges(string? ranges, long size) => Assert.Equal(size, PoolReads.SizeOf(ranges));

    [Theory]
    [InlineData("-63", -63)]
    [InlineData("-63dBm", -63)]
    [InlineData("-63dBm@54Mbps", -63)]
    [InlineData("-71 dBm", -71)]
    [InlineData("", null)]
    [InlineData("loud", null)]
    [InlineData(null, null)]
    public void A_signal_is_read_as_either_package_writes_it(string? text, int? signal) => Assert.Equal(signal, WirelessReads.SignalOf(text));

    private static void Refuse(CollectorRig rig)
    {
        var world = rig.Lab.Router.World;
        lock (world.Gate)
        {
            world.Log.Write("system,error,critical", "login failure for user admin from 10.9.9.9 via api");
            world.Log.Write("pppoe,info", $"PPPoE connection established from {Intruder}");
            world.Log.Write("pppoe,ppp,error", "user nobody authentication failed");
        }
    }

    private static string Station(CollectorRig rig)
    {
        var world = rig.Lab.Router.World;
        lock (world.Gate)
        {
            return world.Access.Ppp.Select(s => s.Modem.CallerId).Order(StringComparer.Ordinal).First();
        }
    }
}
