using System.Diagnostics;
using IspPortal.Core.Lab;
using IspPortal.Core.Network.Routers;

namespace IspPortal.Tests.Monitoring;

public sealed class SlowAndFullRoutersTests
{
    [Fact]
    public async Task Answers_that_trickle_in_are_read_whole()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 10, routers: 2);
        Assert.Null(await rig.PollAsync(0));
        var sessions = rig.View(0).Snapshot.Sessions;
        rig.Lab.Routers[0].Throw(new LabFault(LabFaultKind.Trickle));
        await rig.PassAsync(40);
        Assert.Null(await rig.PollAsync(0));
        Assert.Null(await rig.PollAsync(1));
        Assert.Equal((RouterState.Online, sessions), (rig.View(0).Snapshot.State, rig.View(0).Snapshot.Sessions));
    }

    [Theory]
    [InlineData(LabFaultKind.LateReply)]
    [InlineData(LabFaultKind.MaxSessions)]
    public async Task What_answers_too_late_or_takes_no_more_callers_is_named_and_keeps_its_sessions(LabFaultKind kind)
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 10, routers: 2);
        if (kind == LabFaultKind.LateReply)
        {
            Assert.Null(await rig.PollAsync(0));
        }

        Assert.Null(await rig.PollAsync(1));
        var sessions = rig.View(0).Snapshot.Sessions;
        rig.Lab.Routers[0].Throw(new LabFault(kind) { Duration = TimeSpan.FromSeconds(60) });
        var bad = rig.PollAsync(0);
        Assert.Null(await rig.PollAsync(1));
        Assert.StartsWith("routeros.", (await bad)!.Code);
        var broken = rig.View(0).Snapshot;
        Assert.Equal((RouterState.Offline, sessions), (broken.State, broken.Sessions));
        Assert.Equal(RouterState.Online, rig.View(1).Snapshot.State);
        Assert.All(await rig.RecordsAsync(), r => Assert.Null(r.EndedAtUtc));

        rig.Lab.Routers[0].ClearFaults();
        for (var i = 0; i < 20 && await rig.PollAsync(0) is not null; i++)
        {
            await rig.PassAsync(5);
        }

        Assert.Equal(RouterState.Online, rig.View(0).Snapshot.State);
        Assert.Equal(rig.View(1).Snapshot.Sessions, rig.View(0).Snapshot.Sessions);
    }

    [Fact]
    public async Task A_router_full_of_sessions_is_read_whole_in_bounded_time()
    {
        var subscribers = Environment.GetEnvironmentVariable("ISPPORTAL_FULL") == "1" ? 50_000 : 5_000;
        await using var rig = await CollectorRig.StartAsync(sessions: subscribers, speed: 1);
        var watch = Stopwatch.StartNew();
        Assert.Null(await rig.PollAsync());
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 120);
        var status = rig.Lab.Router.Status();
        Assert.Equal(status.PppSessions + status.HotspotSessions + status.StaticLines, rig.View().Snapshot.Sessions);
        Assert.Equal(rig.View().Snapshot.Sessions, (await rig.RecordsAsync()).Count);
    }
}
