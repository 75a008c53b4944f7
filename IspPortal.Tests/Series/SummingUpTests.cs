using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Series;
using IspPortal.Tests.Series.Support;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Series;

/// <summary>Statistics, ranks and sums are the same whether their hours are packed or not, and say what plain arithmetic says.</summary>
public sealed class SummingUpTests
{
    private static readonly Guid First = new("0190a000-0000-7000-8000-000000000001");
    private static readonly Guid Second = new("0190a000-0000-7000-8000-000000000002");
    private static readonly DateTime Start = new(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Ranks_and_sums_are_right_before_and_after_packing(string provider)
    {
        await using var place = await SeriesPlace.CreateAsync(provider);
        var clock = new ManualClock(new DateTimeOffset(Start));
        var store = place.Store(clock);
        await FillAsync(store, minutes: 110);
        clock.NowUtc = Start.AddMinutes(111);
        foreach (var _ in new[] { "in the journal", "packed", "packed again" })
        {
            var top = await store.Analysis.TopAsync(new SeriesGroupQuery(SeriesSubjectKind.Access, Metric.DownBytes, Start.AddMinutes(-60), Start.AddMinutes(60)), 3, Token);
            Assert.Equal([Access(9), Access(8), Access(7)], top.Select(r => r.Subject.Id));
            Assert.Equal(60 * 9_000, top[0].Sum);
            Assert.Equal(150, top[0].Maximum);
            Assert.Equal(TimeSpan.FromHours(1), top[0].SeenFor);

            var ofOne = await store.Analysis.TopAsync(new SeriesGroupQuery(SeriesSubjectKind.Access, Metric.DownBytes, Start, Start.AddMinutes(60), First), 100, Token);
            Assert.Equal([8, 6, 4, 2, 0], ofOne.Select(r => r.Subject.Id.ToByteArray()[0] - 1));

            var sum = await store.Analysis.SumAsync(new SeriesGroupQuery(SeriesSubjectKind.Access, Metric.DownBytes, Start, Start.AddMinutes(110)), 100, Token);
            Assert.Equal(TimeSpan.FromMinutes(5), sum.Step);
            Assert.Equal(22, sum.Points.Count);
            Assert.All(sum.Points, p => Assert.Equal(Enumerable.Range(0, 10).Sum(i => i * 1000 / 60.0), p.Average!.Value, 0.01));

            // Two routers at 20 and 40 percent.
            var mean = await store.Analysis.SumAsync(new SeriesGroupQuery(SeriesSubjectKind.Router, Metric.CpuPercent, Start, Start.AddMinutes(110)), 100, Token);
            Assert.All(mean.Points, p => Assert.Equal((30.0, 40.0), (p.Average!.Value, p.Maximum!.Value)));
            await store.CompactAsync(SeriesRetention.Default, Token);
        }

        Assert.Equal(0L, Convert.ToInt64(await place.RunAsync("SELECT COUNT(*) FROM series_journal WHERE at_ms <= @end", ("end", ChartStep.ToMs(Start.AddHours(1)))), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task One_series_says_its_mean_peak_percentile_and_growth(string provider)
    {
        await using var place = await SeriesPlace.CreateAsync(provider);
        var clock = new ManualClock(new DateTimeOffset(Start.AddHours(3)));
        var store = place.Store(clock);

        // Five minutes each of 0, 100, 200 … 1,900 bytes a second, with an hour between them that nobody read.
        for (var i = 0; i < 20; i++)
        {
            var at = Start.AddMinutes(5 * (i + 1)) + (i >= 10 ? TimeSpan.FromHours(1) : TimeSpan.Zero);
            await store.AppendAsync(
                new SeriesBatch(First, at, [new SeriesSample(SeriesSubject.Access(Access(1)), Metric.DownBytes, i * 30_000, TimeSpan.FromMinutes(5))]), Token);
        }

        var figures = await store.Analysis.StatisticsAsync(SeriesSubject.Access(Access(1)), Metric.DownBytes, Start, Start.AddHours(3), Token);
        Assert.Equal((950.0, 1_900.0, 1_800.0, 190 * 30_000.0), (figures.Average, figures.Maximum, figures.Percentile95, figures.Sum));
        Assert.Equal((TimeSpan.FromMinutes(100), TimeSpan.FromMinutes(80)), (figures.SeenFor, figures.UnseenFor));

        var nothing = await store.Analysis.StatisticsAsync(SeriesSubject.Access(Access(2)), Metric.DownBytes, Start, Start.AddHours(3), Token);
        Assert.Equal(new SeriesStatistics(null, null, null, null, TimeSpan.Zero, TimeSpan.FromHours(3)), nothing);
    }

    [Fact]
    public async Task A_store_of_the_time_when_a_metric_had_five_bits_reads_the_same()
    {
        await using var place = await SeriesPlace.CreateAsync("Sqlite");
        await place.RunAsync(
            """
            CREATE TABLE series_subject (no INTEGER PRIMARY KEY, kind INTEGER NOT NULL, subject_id BLOB NOT NULL, name VARCHAR(256) NOT NULL, source_id BLOB NOT NULL, UNIQUE (kind, subject_id, name));
            CREATE TABLE series_journal (source_id BLOB NOT NULL, at_ms BIGINT NOT NULL, payload BLOB NOT NULL, PRIMARY KEY (source_id, at_ms));
            INSERT INTO series_subject VALUES (3, 0, @access, '', @source);
            INSERT INTO series_journal VALUES (@source, @at, @payload);
            """,
            ("access", SeriesSql.Bytes(Access(1))),
            ("source", SeriesSql.Bytes(First)),
            ("at", ChartStep.ToMs(Start.AddMinutes(1))),
            ("payload", new byte[] { 1, 1, (3 << 5) | 1, 0xC0, 0xA9, 0x07, 0x80, 0x80, 0x7D, }));
        var clock = new ManualClock(new DateTimeOffset(Start.AddMinutes(2)));
        var store = place.Store(clock);
        var query = new SeriesQuery(SeriesSubject.Access(Access(1)), Metric.DownBytes, Start, Start.AddMinutes(1), 1);
        var before = Assert.Single((await store.QueryAsync(query, Token)).Points);
        Assert.NotNull(before.Average);
        clock.Advance(TimeSpan.FromHours(2));
        await store.CompactAsync(SeriesRetention.Default, Token);
        Assert.Equal(before, Assert.Single((await store.QueryAsync(query, Token)).Points));
        Assert.Empty((await store.VerifyAsync(TimeZoneInfo.Utc, repair: false, Token)).Faults);
    }

    private static Guid Access(int i) => new(i + 1, 0, 0, new byte[8]);

    private static async Task FillAsync(SeriesStore store, int minutes)
    {
        for (var minute = 1; minute <= minutes; minute++)
        {
            foreach (var (router, odd, cpu) in new[] { (First, 0, 20), (Second, 1, 40) })
            {
                var samples = Enumerable.Range(0, 10).Where(i => i % 2 == odd)
                    .Select(i => new SeriesSample(SeriesSubject.Access(Access(i)), Metric.DownBytes, i * 1_000, TimeSpan.FromMinutes(1))).ToList();
                samples.Add(new SeriesSample(SeriesSubject.Router(router), Metric.CpuPercent, cpu, TimeSpan.FromMinutes(1)));
                await store.AppendAsync(new SeriesBatch(router, Start.AddMinutes(minute), samples), Token);
            }
        }
    }
}
