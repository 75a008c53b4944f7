using IspPortal.Core.Common.Paging;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Monitoring.Sessions;
using IspPortal.Tests.Series;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Monitoring;

public sealed class ListingSessionsTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc);
    private readonly LiveNetwork _network = new();

    [Theory]
    [InlineData("down", true)]
    [InlineData("down", false)]
    [InlineData("username", false)]
    [InlineData("address", false)]
    [InlineData("started", true)]
    [InlineData("nonsense", true)]
    public async Task Pages_follow_each_other_without_holes_or_repeats(string sort, bool descending)
    {
        Fill(routers: 3, sessions: 333);
        var seen = new List<SessionRow>();
        for (var page = 1; page <= 10; page++)
        {
            var result = await ListAsync(new SessionFilter(), new PageRequest(page, 100, null, sort, descending));
            Assert.Equal(999, result.Page.TotalCount);
            seen.AddRange(result.Page.Items);
        }

        Assert.Equal(999, seen.DistinctBy(r => r.AccessId).Count());
        var order = SessionOrder.By(sort, descending);
        for (var i = 1; i < seen.Count; i++)
        {
            Assert.True(order(Live(seen[i - 1]), Live(seen[i])) < 0);
        }
    }

    [Fact]
    public async Task A_hundred_thousand_sessions_are_searched_and_sorted_at_once()
    {
        Fill(routers: 100, sessions: 1000);
        await ListAsync(new SessionFilter(), new PageRequest(1, 50, null, "down", true));
        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 5; i++)
        {
            var result = await ListAsync(new SessionFilter(), new PageRequest(500, 50, null, "down", true));
            Assert.Equal(50, result.Page.Items.Count);
            Assert.Equal(100_000, result.Page.TotalCount);
        }

        // Several times what it takes on a busy machine; a full sort by name would not pass.
        Assert.True(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds / 5 < 1_000);
        Assert.Equal(1, (await ListAsync(new SessionFilter(), new PageRequest(Search: "USER-42-7@"))).Page.TotalCount);
    }

    [Fact]
    public async Task Rows_of_a_dead_router_are_stale_and_have_no_rates()
    {
        Fill(routers: 2, sessions: 5);
        var dead = _network.Views.First();
        _network.Set(dead with { Snapshot = dead.Snapshot with { State = RouterState.Offline } });
        var result = await ListAsync(new SessionFilter(), new PageRequest(Sort: "down", Descending: true));
        Assert.Equal(1, result.StaleRouters);
        Assert.Equal(10, result.Page.TotalCount);
        Assert.All(result.Page.Items.Where(r => r.RouterId == dead.Snapshot.RouterId), r => Assert.True(r.IsStale && r.DownBitsPerSecond is null));
        Assert.All(result.Page.Items.Take(5), r => Assert.False(r.IsStale));
        Assert.Equal(5, (await ListAsync(new SessionFilter(MinDownBitsPerSecond: 0), new PageRequest())).Page.TotalCount);
    }

    [Fact]
    public async Task Who_may_not_see_sessions_is_refused()
    {
        var directory = new SessionDirectory(_network, new FixedActor(CollectorRig.Anyone(NetworkPermissions.RoutersRead)), new ManualClock(new DateTimeOffset(Now)));
        Assert.Equal("identity.forbidden", (await directory.ListAsync(new SessionFilter(), new PageRequest(), TestContext.Current.CancellationToken)).Error!.Code);
    }

    private static LiveSession Live(SessionRow row) => new(row, LiveSession.KeyOf(row.Address));

    private async Task<SessionPage> ListAsync(SessionFilter filter, PageRequest page)
    {
        var directory = new SessionDirectory(_network, new FixedActor(CollectorRig.Anyone(NetworkPermissions.SessionsRead)), new ManualClock(new DateTimeOffset(Now)));
        return (await directory.ListAsync(filter, page, TestContext.Current.CancellationToken)).Value;
    }

    private void Fill(int routers, int sessions)
    {
        var random = new Random(1);
        for (var r = 0; r < routers; r++)
        {
            var router = new Guid(r + 1, 0, 0, new byte[8]);
            var rows = Enumerable.Range(0, sessions).Select(i => new SessionRow(
                new Guid(r + 1, 1, 0, [0, 0, 0, 0, 0, 0, (byte)(i >> 8), (byte)i]),
                router,
                $"RTR-{r}",
                AccessService.Pppoe,
                $"user-{r}-{i}@isp",
                $"10.{r}.{i / 250}.{i % 250}",
                "02:00:00:00:00:01",
                Now.AddSeconds(-random.Next(100)),
                random.Next(50),
                random.Next(50),
                Now,
                IsStale: false));
            _network.Set(new RouterView
            {
                Snapshot = new RouterSnapshot(router, $"RTR-{r}", RouterState.Online, Now, Now, Now, null, null, null, sessions, 0, 0, null),
                FreshFor = TimeSpan.FromSeconds(30),
                Sessions = [.. rows.Select(Live)],
            });
        }
    }
}
