using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Series;
using IspPortal.Infrastructure.Series.Verification;
using IspPortal.Tests.Series.Support;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Series;

/// <summary>A store that was damaged on purpose: the verifier says where, rebuilds what follows from something else, and says what does not.</summary>
public sealed class VerifyingAStoreTests
{
    private static readonly Guid Router = new("0190a000-0000-7000-8000-000000000001");
    private static readonly DateTime Start = new(2026, 11, 22, 9, 0, 5, DateTimeKind.Utc);
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");
    private static readonly byte[] Rubbish = [4, 9, 9, 9, 9, 1, 2, 3];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Rebuildable => new()
    {
        { "Sqlite", "series_5m" }, { "Sqlite", "series_1h" }, { "Sqlite", "series_5m_sum" }, { "Sqlite", "series_1h_sum" }, { "Sqlite", "series_usage" },
        { "Postgres", "series_5m" }, { "Postgres", "series_usage" },
    };

    [Theory, MemberData(nameof(Rebuildable))]
    public async Task What_follows_from_something_else_is_rebuilt(string provider, string table)
    {
        await using var place = await FilledAsync(provider);
        var store = place.Store(new ManualClock());
        var before = await FiguresAsync(store);
        await place.RunAsync($"UPDATE {table} SET payload = @rubbish", ("rubbish", Rubbish));

        var found = await store.VerifyAsync(Jakarta, repair: false, Token);
        Assert.NotEmpty(found.Faults);
        Assert.All(found.Faults, f => Assert.Equal(SeriesRemedy.CanBeRebuilt, f.Remedy));
        Assert.All(found.Faults, f => Assert.StartsWith(table, f.Where, StringComparison.Ordinal));
        Assert.False(found.IsWhole);

        Assert.True((await store.VerifyAsync(Jakarta, repair: true, Token)).IsWhole);
        Assert.Empty((await store.VerifyAsync(Jakarta, repair: false, Token)).Faults);
        var after = await FiguresAsync(store);
        Assert.Equal(before.Select(f => f.Average), after.Select(f => f.Average));

        // Rates of many were added up in another order: the last digit may be rounded otherwise.
        Assert.All(before.Zip(after), pair => Assert.InRange((pair.First.Maximum ?? 0) - (pair.Second.Maximum ?? 0), -1, 1));
    }

    [Theory]
    [InlineData("series_raw")]
    [InlineData("series_journal")]
    [InlineData("series_counters")]
    public async Task What_nothing_else_says_is_taken_out_and_said(string table)
    {
        await using var place = await FilledAsync("Sqlite");
        var store = place.Store(new ManualClock());
        await place.RunAsync($"UPDATE {table} SET payload = @rubbish WHERE rowid = (SELECT MAX(rowid) FROM {table})", ("rubbish", Rubbish));

        var found = await store.VerifyAsync(Jakarta, repair: false, Token);
        Assert.Equal(SeriesRemedy.CannotBeRebuilt, Assert.Single(found.Faults).Remedy);
        var mended = await store.VerifyAsync(Jakarta, repair: true, Token);
        Assert.Equal(SeriesRemedy.TakenOut, Assert.Single(mended.Faults).Remedy);
        Assert.False(mended.IsWhole);
        Assert.Empty((await store.VerifyAsync(Jakarta, repair: false, Token)).Faults);
    }

    [Fact]
    public async Task A_sum_that_is_not_the_sum_and_usage_that_is_too_small_are_found()
    {
        await using var place = await FilledAsync("Sqlite");
        var store = place.Store(new ManualClock());
        var five = ChunkCodec.Encode(new Dictionary<long, List<StoredPoint>> { [SeriesKey.Of(1, Metric.DownBytes)] = [] }, raw: false);
        await place.RunAsync("UPDATE series_1h SET payload = @other WHERE rowid = 1", ("other", five));
        await place.RunAsync("UPDATE series_usage SET payload = @other", ("other", UsageCodec.Encode(new Dictionary<long, UsageCount> { [1] = new(1, 1, 1, 0) })));

        var faults = (await store.VerifyAsync(Jakarta, repair: true, Token)).Faults;
        Assert.Contains(faults, f => f.Where.StartsWith("series_1h ", StringComparison.Ordinal) && f.What == "It is not the sum of what it is made of.");
        Assert.Contains(faults, f => f.Where.StartsWith("series_usage", StringComparison.Ordinal) && f.What.EndsWith("have less than was read.", StringComparison.Ordinal));
        Assert.Empty((await store.VerifyAsync(Jakarta, repair: false, Token)).Faults);
    }

    private static async Task<SeriesPlace> FilledAsync(string provider)
    {
        var place = await SeriesPlace.CreateAsync(provider);
        var clock = new ManualClock();
        var (store, router) = (place.Store(clock), new MeteredRouter(Router, 50, Start, TimeSpan.FromMinutes(2)));
        for (var poll = 0; poll < 100; poll++)
        {
            clock.NowUtc = router.AtUtc(poll);
            Assert.True(await router.PollAsync(store, poll, Token));
        }

        await store.CompactAsync(SeriesRetention.Default with { BusinessZone = Jakarta }, Token);
        return place;
    }

    private static async Task<List<(double? Average, double? Maximum)>> FiguresAsync(SeriesStore store)
    {
        var group = new SeriesGroupQuery(SeriesSubjectKind.Access, Metric.DownBytes, Start, Start.AddHours(3));
        var one = await store.QueryAsync(new SeriesQuery(SeriesSubject.Access(MeteredRouter.AccessId(3)), Metric.DownBytes, Start, Start.AddHours(3), 20), Token);
        var all = await store.Analysis.SumAsync(group, 20, Token);
        return [.. one.Points.Concat(all.Points).Select(p => (p.Average, p.Maximum))];
    }
}
