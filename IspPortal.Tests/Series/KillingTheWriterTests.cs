using IspPortal.Infrastructure.Series;
using IspPortal.Tests.Series.Support;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Series;

/// <summary>kill -9 at any moment of an append, a compaction or a retention: at most the poll in flight is lost, nothing is doubled, nothing is broken.</summary>
public sealed class KillingTheWriterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Totals_equal_what_was_read_last_of_each_session(string provider)
    {
        await using var place = await SeriesPlace.CreateAsync(provider);
        var (clock, router, random) = (new ManualClock(), WrittenByAnother.Router(), new Random(7));
        List<long> stored = [];
        var next = 1L;
        for (var round = 0; round < KilledPortal.Rounds(3, 50); round++)
        {
            await using (var writer = WrittenByAnother.Begin(provider, place.Address, next))
            {
                await writer.Begun.WaitAsync(TimeSpan.FromMinutes(4), Token);
                await Task.Delay(random.Next(50, 900), Token);
                await writer.KillAsync();
                stored.AddRange(writer.Stored);
                next = writer.Tried;
            }

            clock.NowUtc = router.AtUtc(next);
            var store = place.Store(clock);
            if (next > stored[^1] && await IsCountedAsync(store, router.Totals([.. stored, next])))
            {
                // The poll in flight made it, only its word did not.
                stored.Add(next);
            }

            await AssertCountedAsync(store, router.Totals(stored));
            Assert.Empty((await store.VerifyAsync(WrittenByAnother.Kept.BusinessZone, repair: false, Token)).Faults);

            // The portal is down for a while, sometimes for hours.
            next = stored[^1] + random.Next(1, 200);
        }

        var last = place.Store(clock);
        clock.NowUtc = router.AtUtc(next).AddHours(30);
        await last.CompactAsync(WrittenByAnother.Kept, Token);
        await AssertCountedAsync(last, router.Totals(stored));
        TestContext.Current.TestOutputHelper?.WriteLine($"{stored.Count} polls over {KilledPortal.Rounds(3, 50)} kills");
    }

    private static async Task<bool> IsCountedAsync(SeriesStore store, Dictionary<Guid, (long Down, long Up)> expected)
    {
        var sums = await SumsAsync(store, expected.Keys);
        return expected.All(e => sums.GetValueOrDefault(e.Key) is var count && count.Down == e.Value.Down && count.Up == e.Value.Up);
    }

    private static async Task AssertCountedAsync(SeriesStore store, Dictionary<Guid, (long Down, long Up)> expected)
    {
        var sums = await SumsAsync(store, expected.Keys);
        Assert.Equal(
            expected.OrderBy(e => e.Key).Select(e => (e.Key, e.Value.Down, e.Value.Up)),
            expected.OrderBy(e => e.Key).Select(e => (e.Key, sums.GetValueOrDefault(e.Key).Down, sums.GetValueOrDefault(e.Key).Up)));
    }

    private static Task<IReadOnlyDictionary<Guid, UsageCount>> SumsAsync(SeriesStore store, ICollection<Guid> accesses) => store.Usage.SumsAsync(
        [.. accesses], new DateOnly(2026, 11, 1), new DateOnly(2027, 12, 31), WrittenByAnother.Kept.BusinessZone, Token);
}
