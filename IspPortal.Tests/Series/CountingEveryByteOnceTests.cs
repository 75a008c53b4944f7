using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Series;
using IspPortal.Tests.Series.Support;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Series;

/// <summary>Totals equal the last counter that was read of each session, whatever happens in between.</summary>
public sealed class CountingEveryByteOnceTests
{
    private const int Lines = 40;

    private static readonly Guid Router = new("0190a000-0000-7000-8000-000000000001");
    private static readonly DateTime Start = new(2026, 11, 22, 16, 30, 3, DateTimeKind.Utc);
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");
    private static readonly SeriesRetention Kept = SeriesRetention.Default with { BusinessZone = Jakarta };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_day_of_polls_is_counted_to_the_byte_packed_or_not(string provider)
    {
        await using var place = await SeriesPlace.CreateAsync(provider);
        var (clock, router) = (new ManualClock(), new MeteredRouter(Router, Lines, Start, TimeSpan.FromMinutes(1)));
        var store = place.Store(clock);
        var polls = new List<long>();
        for (var poll = 100L; poll < 100 + (24 * 60); poll++)
        {
            clock.NowUtc = router.AtUtc(poll);
            Assert.True(await router.PollAsync(store, poll, Token));
            polls.Add(poll);
            if (poll % 97 == 0)
            {
                await store.CompactAsync(Kept, Token);
            }
        }

        await AssertTotalsAsync(store, router.Totals(polls));
        clock.Advance(TimeSpan.FromHours(3));
        await store.CompactAsync(Kept, Token);
        await AssertTotalsAsync(store, router.Totals(polls));
        Assert.Empty((await store.VerifyAsync(Jakarta, repair: false, Token)).Faults);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Across_a_stop_the_growth_is_usage_the_graph_has_a_gap_and_the_minutes_are_unseen(string provider)
    {
        await using var place = await SeriesPlace.CreateAsync(provider);
        var clock = new ManualClock();
        var store = place.Store(clock);
        List<long> polls = [];
        foreach (var run in new[] { Enumerable.Range(1, 60), Enumerable.Range(93, 20), Enumerable.Range(2_000, 30) })
        {
            // Started anew: nothing is known but what is stored.
            var portal = new MeteredRouter(Router, Lines, Start, Every);
            foreach (var poll in run)
            {
                clock.NowUtc = portal.AtUtc(poll);
                Assert.True(await portal.PollAsync(store, poll, Token));
                polls.Add(poll);
            }

            await store.CompactAsync(Kept, Token);
        }

        var truth = new MeteredRouter(Router, Lines, Start, Every);
        await AssertTotalsAsync(store, truth.Totals(polls));

        // Line 20 redials every 56 polls, so it had one session over the first stop.
        var query = new SeriesQuery(SeriesSubject.Access(MeteredRouter.AccessId(20)), Metric.DownBytes, truth.AtUtc(62), truth.AtUtc(91), 300);
        Assert.All((await store.QueryAsync(query, Token)).Points, p => Assert.Null(p.Average));
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(truth.AtUtc(93), Jakarta));
        var used = (await store.Usage.DaysAsync(MeteredRouter.AccessId(20), day, day, Jakarta, Token)).Single().Count;

        // 33 polls of the first stop, and from the last poll before the second one to midnight, since a session lived then. Seen: all but each first look.
        Assert.InRange(used.UnseenMs, 1_005_000, 1_010_000);
        Assert.Equal(740_000, used.SeenMs);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_poll_that_could_not_be_stored_is_counted_by_the_next_one(string provider)
    {
        await using var place = await SeriesPlace.CreateAsync(provider);
        var clock = new ManualClock();
        var store = place.Store(clock);
        var router = new MeteredRouter(Router, Lines, Start, Every);
        List<long> polls = [];
        for (var poll = 1L; poll < 200; poll++)
        {
            clock.NowUtc = router.AtUtc(poll);
            var refuses = poll % 7 == 0;
            if (refuses)
            {
                // Something is there at that moment already.
                await store.AppendAsync(new SeriesBatch(Router, clock.NowUtc, [new SeriesSample(SeriesSubject.Router(Router), Metric.CpuPercent, 1, Every)]), Token);
            }

            Assert.Equal(!refuses, await router.PollAsync(store, poll, Token));
            if (!refuses)
            {
                polls.Add(poll);
            }
        }

        await AssertTotalsAsync(store, router.Totals(polls));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_clock_that_is_set_back_or_forward_changes_no_total(string provider)
    {
        await using var place = await SeriesPlace.CreateAsync(provider);
        var clock = new ManualClock();
        var store = place.Store(clock);
        var router = new MeteredRouter(Router, Lines, Start, Every);
        List<long> polls = [];
        var step = TimeSpan.Zero;
        for (var poll = 1L; poll < 1_200; poll++)
        {
            step = poll switch
            {
                300 => TimeSpan.FromMilliseconds(-4_201_234),
                600 => TimeSpan.FromHours(5),
                900 => TimeSpan.FromMilliseconds(-4_900_321),
                _ => step,
            };
            clock.NowUtc = router.AtUtc(poll) + step;
            if (await router.PollAsync(store, poll, Token, clock.NowUtc))
            {
                polls.Add(poll);
            }

            if (poll % 150 == 0)
            {
                await store.CompactAsync(Kept, Token);
                router = new MeteredRouter(Router, Lines, Start, Every);
            }
        }

        await AssertTotalsAsync(store, router.Totals(polls));
        clock.NowUtc = router.AtUtc(1_200) + TimeSpan.FromHours(7);
        await store.CompactAsync(Kept, Token);
        await AssertTotalsAsync(store, router.Totals(polls));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Of_two_that_write_the_same_poll_one_does(string provider)
    {
        await using var place = await SeriesPlace.CreateAsync(provider);
        var clock = new ManualClock();
        var (store, other) = (place.Store(clock), place.Store(clock));
        var (router, late) = (new MeteredRouter(Router, Lines, Start, Every), new MeteredRouter(Router, Lines, Start, Every));
        await router.PollAsync(store, 1, Token);
        await late.PollAsync(other, 2, Token);
        Assert.False(await router.PollAsync(store, 3, Token));
        Assert.True(await router.PollAsync(store, 4, Token));
        await AssertTotalsAsync(store, router.Totals([1, 2, 4]));
    }

    private static async Task AssertTotalsAsync(SeriesStore store, Dictionary<Guid, (long Down, long Up)> expected)
    {
        var sums = await store.Usage.SumsAsync([.. expected.Keys], new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 31), Jakarta, Token);
        Assert.Equal(
            expected.OrderBy(e => e.Key).Select(e => (e.Key, e.Value.Down, e.Value.Up)),
            expected.OrderBy(e => e.Key).Select(e => (e.Key, sums.GetValueOrDefault(e.Key).Down, sums.GetValueOrDefault(e.Key).Up)));
    }
}
