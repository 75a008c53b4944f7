using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;

namespace IspPortal.Tests.Monitoring;

public sealed class ReadingARouterTests
{
    [Theory]
    [InlineData("6.42")]
    [InlineData("6.43")]
    [InlineData("6.49")]
    [InlineData("7.12")]
    [InlineData("7.18")]
    [InlineData("7.24")]
    public async Task Every_version_gives_sessions_health_and_rates(string version)
    {
        await using var rig = await CollectorRig.StartAsync(version, sessions: 40);
        await rig.PollAsync(times: 3, seconds: 10);

        var snapshot = rig.View().Snapshot;
        var status = rig.Lab.Router.Status();
        Assert.Equal(RouterState.Online, snapshot.State);
        Assert.Equal(status.PppSessions + status.HotspotSessions + status.StaticLines, snapshot.Sessions);
        Assert.StartsWith(version, snapshot.Health?.RouterOsVersion);
        Assert.NotNull(snapshot.Health?.Identity);
        Assert.NotNull(snapshot.Health.CpuPercent);
        Assert.True(snapshot.DownBitsPerSecond > 0);
        Assert.True(snapshot.Cost?.CommandsPerMinute > 0);
        Assert.NotEmpty(rig.View().Interfaces!.Items);
        Assert.DoesNotContain(rig.View().Interfaces!.Items, i => i.Name.StartsWith('<'));
    }

    [Fact]
    public async Task Rates_are_those_of_the_router_within_the_noise_of_seconds()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 40);
        await rig.PollAsync();
        var from = rig.Clock.GetUtcNow();
        var before = Bytes(rig);
        await rig.PassAsync(20);
        await rig.PollAsync();
        var seconds = (rig.Clock.GetUtcNow() - from).TotalSeconds;
        var expected = (Bytes(rig) - before) * 8 / seconds;
        Assert.InRange(rig.View().Snapshot.DownBitsPerSecond!.Value, expected * 0.6, expected * 1.6);
    }

    [Fact]
    public async Task Every_session_is_joined_to_its_counters_whatever_its_name()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 40);
        await rig.PollAsync(times: 2, seconds: 10);
        var rows = rig.View().Sessions.Select(s => s.Row).ToList();
        Assert.All(rows, r => Assert.True(r.DownBitsPerSecond is not null, $"{r.Username} has no rate"));
        Assert.Contains(rows, r => r.Username.Contains(' ') && r.Service == AccessService.Pppoe);
        Assert.Contains(rows, r => r.Username.StartsWith('<'));
        Assert.Contains(rows, r => r.Username.StartsWith("id=", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Username.Contains("日本"));
        Assert.Contains(rows, r => r.Username.StartsWith("café", StringComparison.Ordinal));
        Assert.All(rows, r => Assert.False(r.IsStale));
    }

    [Fact]
    public async Task Discovered_accesses_are_kept_once_with_profile_and_state()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 40);
        await rig.PollAsync(times: 3, seconds: 10);
        var accesses = await rig.AccessesAsync();
        Assert.True(accesses.Count >= rig.View().Sessions.Length);
        Assert.Equal(accesses.Count, accesses.DistinctBy(a => (a.Service, a.Username)).Count());
        Assert.All(accesses.Where(a => a.Service == AccessService.Pppoe), a => Assert.True(a.Enabled is not null && a.Profile is not null, a.Username));
        Assert.Equal(rig.View().Sessions.Length, rig.Totals.ExpectedSessions);
        Assert.Equal(rig.View().Sessions.Length, (await rig.RecordsAsync()).Count(r => r.EndedAtUtc is null));
    }

    [Fact]
    public async Task What_was_measured_can_be_charted()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 20);
        var from = rig.Clock.GetUtcNow().UtcDateTime;
        await rig.PollAsync(times: 5, seconds: 10);
        var to = rig.Clock.GetUtcNow().UtcDateTime;
        var busiest = rig.View().Busiest[0];

        foreach (var subject in new[] { SeriesSubject.Access(busiest.AccessId), SeriesSubject.Router(rig.RouterId()), SeriesSubject.Network })
        {
            var result = await rig.Series.QueryAsync(new SeriesQuery(subject, Metric.DownBytes, from, to, 100), TestContext.Current.CancellationToken);
            Assert.Contains(result.Points, p => p.Average > 0);
        }

        var cpu = await rig.Series.QueryAsync(new SeriesQuery(SeriesSubject.Router(rig.RouterId()), Metric.CpuPercent, from, to, 100), TestContext.Current.CancellationToken);
        Assert.Contains(cpu.Points, p => p.Average is >= 0 and <= 100);
        var port = rig.View().Interfaces!.Items[0].Name;
        var rx = await rig.Series.QueryAsync(new SeriesQuery(SeriesSubject.Interface(rig.RouterId(), port), Metric.RxBytes, from, to, 100), TestContext.Current.CancellationToken);
        Assert.Contains(rx.Points, p => p.Average is not null);
    }

    [Fact]
    public async Task A_redial_ends_one_session_and_begins_another_of_the_same_access()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 20);
        rig.Settings = rig.Settings with { SessionsEverySeconds = 10 };
        await rig.PollAsync(times: 2, seconds: 10);
        var name = rig.View().Sessions.First(s => s.Row.Service == AccessService.Pppoe).Row.Username;
        rig.Kick(name);

        SessionRecord? ended = null;
        for (var i = 0; i < 12 && (ended is null || (await Open(name)) is null); i++)
        {
            await rig.PassAsync(10);
            Assert.Null(await rig.PollAsync());
            ended = (await Of(name)).FirstOrDefault(r => r.EndedAtUtc is not null);
        }

        Assert.NotNull(ended);
        Assert.Contains(ended.EndReason, new SessionEndReason?[] { SessionEndReason.Disconnected, SessionEndReason.Redialled });
        Assert.NotNull(ended.DownBytes);
        var open = await Open(name);
        Assert.NotNull(open);
        Assert.Equal(ended.AccessId, open.AccessId);
        Assert.NotEqual(ended.Mark, open.Mark);

        async Task<List<SessionRecord>> Of(string username)
        {
            var access = (await rig.AccessesAsync()).Single(a => a.Username == username);
            return [.. (await rig.RecordsAsync()).Where(r => r.AccessId == access.Id)];
        }

        async Task<SessionRecord?> Open(string username) => (await Of(username)).FirstOrDefault(r => r.EndedAtUtc is null);
    }

    [Fact]
    public async Task After_a_restart_of_the_portal_open_sessions_go_on()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 20);
        await rig.PollAsync(times: 2, seconds: 10);
        var before = await rig.RecordsAsync();
        await rig.RestartAsync();
        await rig.PollAsync(times: 2, seconds: 10);
        Assert.Equal(before.Select(r => r.Id).Order(), (await rig.RecordsAsync()).Select(r => r.Id).Order());
        Assert.All(await rig.RecordsAsync(), r => Assert.Null(r.EndedAtUtc));
    }

    [Fact]
    public async Task A_router_that_is_no_longer_polled_leaves_no_open_session()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 10);
        await rig.PollAsync();
        await rig.Collector().RetireAsync(TestContext.Current.CancellationToken);
        Assert.All(await rig.RecordsAsync(), r => Assert.Equal(SessionEndReason.NoLongerPolled, r.EndReason));
        Assert.Null(rig.Network.Find(rig.RouterId()));
        Assert.Null(await rig.PollAsync());
        Assert.Null(rig.Network.Find(rig.RouterId()));
    }

    [Fact]
    public async Task Tls_pins_the_first_certificate_and_keeps_to_it()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 5, useTls: true);
        Assert.Null(await rig.PollAsync());
        await using var context = rig.Database.Open();
        var router = await context.FindAsync<Router>([rig.RouterId()], TestContext.Current.CancellationToken);
        Assert.Equal(rig.Lab.Router.CertificateSha256, router!.PinnedCertificateSha256, ignoreCase: true);
    }

    private static double Bytes(CollectorRig rig)
    {
        lock (rig.Lab.Router.World.Gate)
        {
            var world = rig.Lab.Router.World;
            world.Advance();
            return world.Access.Ppp.Concat(world.Access.Hotspot).Sum(s => s.BytesAt(world.NowTicks).Down)
                + world.Access.Lines.Sum(l => l.BytesAt(world.NowTicks).Down);
        }
    }
}
