using IspPortal.Core.Lab;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Access;

namespace IspPortal.Tests.Monitoring;

public sealed class WatchingAnAccessTests
{
    [Fact]
    public async Task A_watched_access_streams_each_second_and_stops_when_nobody_looks()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 20);
        await rig.PollAsync();
        var access = rig.View().Sessions.First(s => s.Row is { Service: AccessService.Pppoe } row && !row.Username.Contains(',')).Row.AccessId;
        var rates = 0;
        var subscription = rig.Feed.Subscribe(MonitoringTopics.Access(access), () => Interlocked.Increment(ref rates));
        rig.Collector().WatchChanged();
        await CollectorRig.UntilAsync(() => rates >= 3, "three rates arrived");
        Assert.Equal(RateSource.Stream, subscription.Value!.Source);
        Assert.NotNull(subscription.Value.DownBitsPerSecond);

        subscription.Dispose();
        rig.Collector().WatchChanged();
        rig.Feed.Forget(MonitoringTopics.Access(access));
        await rig.PassAsync(5);
        Assert.Null(rig.Feed.Latest(MonitoringTopics.Access(access)));
        Assert.Equal(0, rig.Feed.SubscriptionCount);
    }

    [Fact]
    public async Task A_line_without_an_interface_is_watched_through_its_counters()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 150);
        await rig.PollAsync();
        var access = rig.View().Sessions.First(s => s.Row.Service != AccessService.Pppoe).Row.AccessId;
        using var subscription = rig.Feed.Subscribe(MonitoringTopics.Access(access));
        await rig.PassAsync(10);
        await rig.PollAsync();
        Assert.True(subscription.TryTake(out var rate));
        Assert.Equal(RateSource.Counters, rate.Source);
        Assert.NotNull(rate.DownBitsPerSecond);
    }

    [Fact]
    public async Task A_dead_router_leaves_a_gap_that_says_why()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 10);
        await rig.PollAsync();
        var access = rig.View().Sessions[0].Row.AccessId;
        using var subscription = rig.Feed.Subscribe(MonitoringTopics.Access(access));
        rig.Collector().WatchChanged();
        rig.Lab.Router.Throw(new LabFault(LabFaultKind.Refused));
        await rig.PollAsync();

        // What the stream had sent before the router went may arrive after the poll that failed: then the next one has the last word.
        for (var i = 0; i < 5 && subscription.Value!.Source == RateSource.Stream; i++)
        {
            await rig.PassAsync(5);
            await rig.PollAsync();
        }

        Assert.Equal((null, RateSource.RouterUnreadable), (subscription.Value!.DownBitsPerSecond, subscription.Value.Source));
    }

    [Fact]
    public async Task After_a_redial_the_stream_attaches_again()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 10);
        rig.Settings = rig.Settings with { SessionsEverySeconds = 10 };
        await rig.PollAsync();
        var row = rig.View().Sessions.First(s => s.Row is { Service: AccessService.Pppoe } r && !r.Username.Contains(',')).Row;
        using var subscription = rig.Feed.Subscribe(MonitoringTopics.Access(row.AccessId));
        rig.Collector().WatchChanged();
        await CollectorRig.UntilAsync(() => subscription.Value?.Source == RateSource.Stream, "the stream gave a rate");
        rig.Kick(row.Username);

        await rig.PollAsync();
        await rig.PassAsync(1);
        await rig.PollAsync();
        Assert.Equal((null, RateSource.SessionEnded), (subscription.Value!.DownBitsPerSecond, subscription.Value.Source));
        for (var i = 0; i < 12 && subscription.Value.Source != RateSource.Stream; i++)
        {
            await rig.PassAsync(6);
            await rig.PollAsync();
            await rig.PassAsync(4);
        }

        Assert.Equal(RateSource.Stream, subscription.Value.Source);
    }

    [Fact]
    public async Task A_watched_log_shows_what_was_and_what_comes()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 10);
        await rig.PollAsync();
        var subscription = rig.Feed.Subscribe(MonitoringTopics.Log(rig.RouterId()));
        rig.Collector().LogWatchChanged();
        await CollectorRig.UntilAsync(() => subscription.Value is { Lines.Count: > 0 }, "the log was read");
        var count = subscription.Value!.Lines.Count;
        lock (rig.Lab.Router.World.Gate)
        {
            rig.Lab.Router.World.Access.KickAll();
        }

        await CollectorRig.UntilAsync(() => subscription.Value!.Lines.Count > count, "new lines came");
        subscription.Dispose();
        rig.Collector().LogWatchChanged();
        await CollectorRig.UntilAsync(() => rig.Feed.Latest(MonitoringTopics.Log(rig.RouterId())) is null, "the tail was forgotten");
    }
}
