using IspPortal.Core.Common.Paging;
using IspPortal.Core.Lab;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Network;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Monitoring;

public sealed class CountingSessionsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_live_session_shows_its_bytes_in_lists_and_in_the_history()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 20);
        await rig.PassAsync(20);
        var least = Moved(rig);
        await rig.PollAsync();
        var most = Moved(rig);
        AssertBetween(least, rig, most);
        await rig.PassAsync(10);
        await rig.PollAsync();
        var busiest = rig.View().Busiest[0];
        var directory = new AccessDirectory(
            rig.Database.Factory, new FixedActor(CollectorRig.Anyone(NetworkPermissions.SessionsRead)), new LiveRouters(rig.Network, rig.Clock));
        var history = Assert.Single((await directory.ListSessionsAsync(busiest.AccessId, new PageRequest(), Token)).Value.Items);
        Assert.Equal((busiest.SessionId, busiest.DownBytes, busiest.UpBytes), (history.Id, history.DownBytes, history.UpBytes));
        // The list counts on from the last checkpoint, however recently that was written.
        Assert.True((await rig.RecordsAsync()).Single(r => r.Id == history.Id).DownBytes <= history.DownBytes);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_kill_loses_no_more_than_the_last_checkpoint_and_counting_goes_on_without_doubling(string provider)
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 30, provider: provider, keepBytesEvery: TimeSpan.FromMinutes(2));
        await rig.PollAsync(times: 1, seconds: 10);
        var first = (await OpenAsync(rig)).ToDictionary(r => r.Id, r => r.DownBytes);
        Dictionary<Guid, SessionRow> live;
        var polls = 0;
        do
        {
            // Sessions are kept in turns: how many polls lie between two turns is a matter of how busy the machine is.
            Assert.True(++polls <= 40, "no session was kept a second time and had moved on since");
            await rig.PollAsync(times: 1, seconds: 10);
            live = rig.View().Sessions.Select(s => s.Row).ToDictionary(r => r.SessionId);
        }
        while (!(await OpenAsync(rig)).Any(IsBehind));

        bool IsBehind(SessionRecord record) =>
            first.TryGetValue(record.Id, out var was) && live.TryGetValue(record.Id, out var row) && record.DownBytes > was && record.DownBytes < row.DownBytes;

        await rig.KillAsync();
        var kept = await OpenAsync(rig);
        Assert.Equal(live.Keys.Order(), kept.Select(r => r.Id).Order());
        Assert.All(kept, r => Assert.InRange(r.DownBytes!.Value, 0, live[r.Id].DownBytes!.Value));
        Assert.Contains(kept, IsBehind);

        await rig.PassAsync(15);
        var least = Moved(rig);
        Assert.Null(await rig.PollAsync());
        var most = Moved(rig);
        Assert.Equal(live.Keys.Order(), rig.View().Sessions.Select(s => s.Row.SessionId).Order());
        Assert.All(rig.View().Sessions, s => Assert.True(s.Row.DownBytes >= live[s.Row.SessionId].DownBytes, s.Row.Username));
        AssertBetween(least, rig, most);
    }

    [Fact]
    public async Task A_counter_reset_while_the_portal_was_away_neither_loses_nor_doubles()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 20);
        await rig.PollAsync(times: 3, seconds: 10);
        await rig.RestartAsync();
        var before = (await rig.RecordsAsync()).ToDictionary(r => r.Id);
        rig.Lab.Router.Throw(new LabFault(LabFaultKind.CounterReset));
        await rig.PassAsync(5);
        Assert.Null(await rig.PollAsync());

        var counted = 0;
        await rig.RestartAsync();
        foreach (var record in await rig.RecordsAsync())
        {
            var was = before[record.Id];
            Assert.Null(record.EndedAtUtc);
            if (record.DownCounter < was.DownCounter)
            {
                counted++;
                Assert.Equal(was.DownBytes + record.DownCounter, record.DownBytes);
            }
            else
            {
                Assert.Equal(was.DownBytes + record.DownCounter - was.DownCounter, record.DownBytes);
            }
        }

        Assert.True(counted > 0, "no counter went back");
    }

    [Fact]
    public async Task Leaving_in_order_keeps_the_bytes_of_the_last_poll()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 20);
        await rig.PollAsync(times: 2, seconds: 10);
        var live = rig.View().Sessions.Select(s => s.Row).ToDictionary(r => r.SessionId);
        await rig.Collector().HandOverAsync(Token);
        Assert.All(await rig.RecordsAsync(), r => Assert.Equal((live[r.Id].DownBytes, live[r.Id].UpBytes), (r.DownBytes, r.UpBytes)));
    }

    [Fact]
    public async Task A_fixed_line_that_comes_back_does_not_bring_its_old_bytes_along()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 300);
        await rig.PassAsync(30);
        await rig.PollAsync();
        var lines = rig.View().Sessions.Select(s => s.Row).Where(r => r.Service == AccessService.Static).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, r => Assert.Equal((0L, 0L), (r.DownBytes, r.UpBytes)));
    }

    private static async Task<List<SessionRecord>> OpenAsync(CollectorRig rig) => [.. (await rig.RecordsAsync()).Where(r => r.EndedAtUtc is null)];

    private static void AssertBetween(Dictionary<string, double> least, CollectorRig rig, Dictionary<string, double> most)
    {
        // The emulated router keeps names in bytes of its own: those that are plain text are enough.
        var rows = rig.View().Sessions.Select(s => s.Row).Where(r => r.Service != AccessService.Static && least.ContainsKey(r.Username)).ToList();
        Assert.True(rows.Count >= 10, $"only {rows.Count} names are known on both sides");
        Assert.All(rows, r => Assert.InRange(r.DownBytes!.Value, (long)least[r.Username], (long)most[r.Username]));
    }

    // Of every PPP and hotspot session since it began, as the emulated router itself knows it.
    private static Dictionary<string, double> Moved(CollectorRig rig)
    {
        var world = rig.Lab.Router.World;
        lock (world.Gate)
        {
            world.Advance();
            return world.Access.Ppp.Concat(world.Access.Hotspot).ToDictionary(s => s.User, s => s.BytesAt(world.NowTicks).Down);
        }
    }
}
