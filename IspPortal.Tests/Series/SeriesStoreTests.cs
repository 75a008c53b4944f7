using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Series;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Series;

/// <summary>What the store promises, on every database it can be in.</summary>
public abstract class SeriesStoreTests : IAsyncLifetime
{
    private protected static readonly DateTime Start = new(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Router = new("0190a000-0000-7000-8000-000000000001");
    private static readonly SeriesSubject Access = SeriesSubject.Access(new Guid("0190a000-0000-7000-8000-0000000000aa"));
    private readonly ManualClock _clock = new(new DateTimeOffset(Start));
    private SeriesDatabase _database = null!;
    private SeriesStore _store = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await PrepareAsync();
        Reopen();
    }

    public async ValueTask DisposeAsync()
    {
        _store.Dispose();
        await ReleaseAsync(_database);
        GC.SuppressFinalize(this);
    }

    private protected abstract Task PrepareAsync();

    private protected abstract SeriesDatabase Open();

    private protected abstract Task ReleaseAsync(SeriesDatabase database);

    [Fact]
    public async Task A_counter_reads_back_as_its_rate_and_what_was_not_polled_as_a_gap()
    {
        for (var s = 10; s <= 120; s += 10)
        {
            if (s is not (60 or 70))
            {
                await AppendAsync(s, 10_000 * s);
            }
        }

        _clock.NowUtc = Start.AddMinutes(2);
        var result = await QueryAsync(0, 120, 1000);
        Assert.Equal(TimeSpan.FromSeconds(10), result.Step);
        Assert.Equal(12, result.Points.Count);
        Assert.Equal(Start.AddSeconds(10), result.Points[0].AtUtc);
        Assert.Equal(10_000, result.Points[0].Average);
        Assert.Equal(50_000, result.Points[4].Average);
        Assert.Null(result.Points[5].Average);
        Assert.Null(result.Points[5].Maximum);
        Assert.Null(result.Points[6].Average);
        Assert.Equal(120_000, result.Points[11].Average);
    }

    [Fact]
    public async Task Polls_that_drift_leave_no_false_gaps()
    {
        var at = 0.0;
        for (var i = 0; i < 100; i++)
        {
            at += 10.2;
            await _store.AppendAsync(Batch(Start.AddSeconds(at), 1_020_000, 10.2), Token);
        }

        var result = await QueryAsync(0, 1000, 5000);
        Assert.Equal(TimeSpan.FromSeconds(10), result.Step);
        Assert.All(result.Points, p => Assert.Equal(100_000, p.Average!.Value, 1.0));
    }

    [Fact]
    public async Task Packing_changes_no_number_and_keeps_the_open_hour_in_the_journal()
    {
        await FillAsync(hours: 3);
        _clock.NowUtc = Start.AddHours(2.5);
        var before = await QueryAsync(0, 9000, 5000);

        var report = await _store.CompactAsync(SeriesRetention.Default, Token);

        Assert.Equal(2, report.HoursPacked);
        Assert.Equal(720, report.BatchesPacked);
        Assert.Equal(before.Points, (await QueryAsync(0, 9000, 5000)).Points);
        Reopen();
        Assert.Equal(before.Points, (await QueryAsync(0, 9000, 5000)).Points);
    }

    [Fact]
    public async Task A_batch_that_is_written_twice_counts_once_also_after_packing()
    {
        await FillAsync(hours: 1);
        _clock.NowUtc = Start.AddHours(1.1);
        var expected = (await QueryAsync(0, 3600, 5000)).Points;
        await AppendAsync(10, 999_999);
        await _store.CompactAsync(SeriesRetention.Default, Token);
        await AppendAsync(20, 999_999);
        await _store.CompactAsync(SeriesRetention.Default, Token);

        var points = (await QueryAsync(0, 3600, 5000)).Points;
        Assert.Equal(expected[0], points[0]);
        Assert.Equal(expected.Count, points.Count);
        Assert.True(points[1].Average <= 99_999.9, "one tick must not hold two samples");
    }

    [Fact]
    public async Task Two_that_pack_at_once_change_no_number()
    {
        await FillAsync(hours: 2);
        _clock.NowUtc = Start.AddHours(2.1);
        var before = (await QueryAsync(0, 7200, 5000)).Points;
        using var other = new SeriesStore(Open(), _clock);
        await Task.WhenAll(_store.CompactAsync(SeriesRetention.Default, Token), other.CompactAsync(SeriesRetention.Default, Token));
        Assert.Equal(before, (await QueryAsync(0, 7200, 5000)).Points);
    }

    [Fact]
    public async Task A_batch_that_comes_after_its_hour_was_packed_joins_it()
    {
        await AppendAsync(10, 100_000);
        _clock.NowUtc = Start.AddHours(1.1);
        await _store.CompactAsync(SeriesRetention.Default, Token);
        await AppendAsync(20, 200_000);
        await _store.CompactAsync(SeriesRetention.Default, Token);
        var points = (await QueryAsync(0, 20, 100)).Points;
        Assert.Equal([10_000.0, 20_000.0], points.Select(p => p.Average!.Value));
    }

    [Fact]
    public async Task Roll_ups_hold_the_mean_and_the_largest_rate()
    {
        await FillAsync(hours: 2);
        _clock.NowUtc = Start.AddHours(2.1);
        await _store.CompactAsync(SeriesRetention.Default, Token);

        var five = await QueryAsync(0, 7200, 24);
        Assert.Equal(TimeSpan.FromMinutes(5), five.Step);
        Assert.Equal(24, five.Points.Count);
        var raw = (await QueryAsync(0, 300, 1000)).Points;
        Assert.Equal(raw.Average(p => p.Average!.Value), five.Points[0].Average!.Value, 0.5);
        Assert.Equal(raw.Max(p => p.Maximum), five.Points[0].Maximum);

        var hour = await QueryAsync(0, 7200, 2);
        Assert.Equal(TimeSpan.FromHours(1), hour.Step);
        Assert.Equal(five.Points.Take(12).Average(p => p.Average!.Value), hour.Points[0].Average!.Value, 0.5);
    }

    [Fact]
    public async Task Gauges_keep_their_hundredths_and_average_over_time()
    {
        await _store.AppendAsync(Gauge(10, 20.25, 10), Token);
        await _store.AppendAsync(Gauge(40, 80.5, 30), Token);
        var result = await _store.QueryAsync(new SeriesQuery(SeriesSubject.Router(Router), Metric.CpuPercent, Start, Start.AddSeconds(60), 1), Token);
        Assert.Equal(((20.25 * 10) + (80.5 * 30)) / 40, result.Points[0].Average!.Value, 6);
        Assert.Equal(80.5, result.Points[0].Maximum);
    }

    [Fact]
    public async Task Old_chunks_go_and_coarser_ones_stay()
    {
        await FillAsync(hours: 1);
        _clock.NowUtc = Start.AddDays(3);
        await _store.CompactAsync(SeriesRetention.Default, Token);
        var result = await QueryAsync(0, 3600, 5000);
        Assert.Equal(TimeSpan.FromMinutes(5), result.Step);
        Assert.All(result.Points, p => Assert.NotNull(p.Average));

        _clock.NowUtc = Start.AddDays(100);
        await _store.CompactAsync(SeriesRetention.Default, Token);
        Assert.Equal(TimeSpan.FromHours(1), (await QueryAsync(0, 3600, 5000)).Step);
    }

    [Fact]
    public async Task A_subject_nobody_wrote_is_all_gaps()
    {
        var result = await _store.QueryAsync(new SeriesQuery(SeriesSubject.Interface(Router, "ether1"), Metric.RxBytes, Start, Start.AddHours(1), 60), Token);
        Assert.NotEmpty(result.Points);
        Assert.All(result.Points, p => Assert.Null(p.Average));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    [InlineData(5000)]
    public async Task A_chart_never_gets_more_points_than_it_has_pixels(int pixels)
    {
        await FillAsync(hours: 1);
        foreach (var seconds in new[] { 1, 59, 3600, 86_400, 31_536_000 })
        {
            var result = await QueryAsync(0, seconds, pixels);
            Assert.InRange(result.Points.Count, 1, pixels);
        }
    }

    [Fact]
    public async Task An_imported_past_reads_like_a_lived_one()
    {
        var points = Enumerable.Range(1, 120).Select(i => new StoredPoint(ChartStep.ToMs(Start.AddSeconds(i * 60)), 60_000, 600_000, 0)).ToList();
        await _store.ImportAsync(Router, [new ImportedSeries(Access, Metric.DownBytes, points)], SeriesResolution.Raw, Token);
        await _store.ImportAsync(Router, [new ImportedSeries(Access, Metric.DownBytes, points)], SeriesResolution.Raw, Token);
        _clock.NowUtc = Start.AddHours(2);
        Assert.All((await QueryAsync(0, 7200, 1000)).Points, p => Assert.Equal(10_000, p.Average!.Value));
        Assert.All((await QueryAsync(0, 7200, 24)).Points, p => Assert.Equal(10_000, p.Average!.Value));
    }

    [Fact]
    public async Task A_past_that_is_only_there_by_the_hour_is_read_by_the_hour_however_finely_it_is_asked_for()
    {
        var points = Enumerable.Range(1, 48).Select(i => new StoredPoint(ChartStep.ToMs(Start.AddHours(i)), RollUp.HourMs, 36_000_000, i == 7 ? 99_000 : 20_000)).ToList();
        await _store.ImportAsync(Router, [new ImportedSeries(Access, Metric.DownBytes, points)], SeriesResolution.Hour, Token);
        _clock.NowUtc = Start.AddHours(48);
        var chart = await QueryAsync(6 * 3_600, 12 * 3_600, 300);
        Assert.Equal((TimeSpan.FromHours(1), 6), (chart.Step, chart.Points.Count));
        Assert.All(chart.Points, point => Assert.Equal(10_000, point.Average!.Value));

        var figures = await _store.Analysis.StatisticsAsync(Access, Metric.DownBytes, Start, Start.AddHours(24), Token);
        Assert.Equal((10_000, 99_000, 24 * 36_000_000L, TimeSpan.Zero), (figures.Average, figures.Maximum, figures.Sum, figures.UnseenFor));
    }

    [Fact]
    public async Task What_is_there_finely_counts_once_beside_what_is_not()
    {
        var hours = Enumerable.Range(1, 10).Select(i => new StoredPoint(ChartStep.ToMs(Start.AddHours(i)), RollUp.HourMs, 36_000_000, 10_000)).ToList();
        var minutes = Enumerable.Range(1, 120).Select(i => new StoredPoint(ChartStep.ToMs(Start.AddHours(10).AddMinutes(i)), 60_000, 600_000, 0)).ToList();
        await _store.ImportAsync(Router, [new ImportedSeries(Access, Metric.DownBytes, hours)], SeriesResolution.Hour, Token);
        await _store.ImportAsync(Router, [new ImportedSeries(Access, Metric.DownBytes, minutes)], SeriesResolution.Raw, Token);
        _clock.NowUtc = Start.AddHours(12);
        var figures = await _store.Analysis.StatisticsAsync(Access, Metric.DownBytes, Start, Start.AddHours(12), Token);
        Assert.Equal((12 * 36_000_000L, 10_000, TimeSpan.Zero), (figures.Sum, figures.Percentile95, figures.UnseenFor));
    }

    [Fact]
    public async Task Minutes_read_finely_stay_fine_after_an_hour_read_coarsely()
    {
        var points = Enumerable.Range(1, 50).Select(i => new StoredPoint(ChartStep.ToMs(Start.AddSeconds(i * 60)), 60_000, 600_000, 0)).ToList();
        await _store.ImportAsync(Router, [new ImportedSeries(Access, Metric.DownBytes, points)], SeriesResolution.Raw, Token);
        for (var s = 3_010; s <= 3_120; s += 10)
        {
            await AppendAsync(s, 100_000);
        }

        _clock.NowUtc = Start.AddSeconds(3_120);
        Assert.Equal(TimeSpan.FromSeconds(10), (await QueryAsync(3_000, 3_120, 1000)).Step);
    }

    [Fact]
    public async Task A_thousand_accesses_pack_into_a_few_bytes_per_value()
    {
        var random = new Random(7);
        var subjects = Enumerable.Range(0, 200).Select(i => SeriesSubject.Access(new Guid(i, 0, 0, new byte[8]))).ToArray();
        var rates = subjects.Select(_ => random.Next(0, 2_000_000)).ToArray();
        for (var tick = 1; tick <= 60; tick++)
        {
            var samples = new List<SeriesSample>();
            for (var i = 0; i < subjects.Length; i++)
            {
                rates[i] = random.Next(10) < 7 ? 0 : random.Next(0, 200_000);
                samples.Add(new SeriesSample(subjects[i], Metric.DownBytes, rates[i], TimeSpan.FromSeconds(10)));
                samples.Add(new SeriesSample(subjects[i], Metric.UpBytes, rates[i] / 10, TimeSpan.FromSeconds(10)));
            }

            await _store.AppendAsync(new SeriesBatch(Router, Start.AddSeconds(tick * 10), samples), Token);
        }

        _clock.NowUtc = Start.AddHours(2);
        await _store.CompactAsync(SeriesRetention.Default, Token);
        await using var connection = await _database.OpenAsync(Token);
        await using var command = SeriesSql.Command(connection, "SELECT SUM(LENGTH(payload)) FROM series_raw");
        var bytes = (long)(await command.ExecuteScalarAsync(Token))!;
        Assert.InRange(bytes / (200.0 * 60 * 2), 0.1, 3.0);
    }

    private static SeriesBatch Batch(DateTime at, long bytes, double seconds) =>
        new(Router, at, [new SeriesSample(Access, Metric.DownBytes, bytes, TimeSpan.FromSeconds(seconds))]);

    private static SeriesBatch Gauge(int at, double value, int seconds) =>
        new(Router, Start.AddSeconds(at), [new SeriesSample(SeriesSubject.Router(Router), Metric.CpuPercent, value, TimeSpan.FromSeconds(seconds))]);

    private Task AppendAsync(int second, long bytes) => _store.AppendAsync(Batch(Start.AddSeconds(second), bytes, 10), Token);

    private async Task FillAsync(int hours)
    {
        for (var i = 1; i <= hours * 360; i++)
        {
            await _store.AppendAsync(Batch(Start.AddSeconds(i * 10), 100_000 + (i % 30 * 1_000), 10), Token);
        }
    }

    private Task<SeriesResult> QueryAsync(int fromSeconds, int toSeconds, int points) => _store.QueryAsync(
        new SeriesQuery(Access, Metric.DownBytes, Start.AddSeconds(fromSeconds), Start.AddSeconds(toSeconds), points), Token);

    private void Reopen()
    {
        _store?.Dispose();
        _database = Open();
        _store = new SeriesStore(_database, _clock);
    }
}
