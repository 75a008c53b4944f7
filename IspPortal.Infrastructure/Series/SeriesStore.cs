using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Series.Verification;

namespace IspPortal.Infrastructure.Series;

/// <summary>Appends and queries; <see cref="SeriesCompactor"/> packs.</summary>
internal sealed class SeriesStore : ISeriesStore, IDisposable
{
    private readonly SeriesConnections _connections;
    private readonly SubjectNumbers _numbers = new();
    private readonly OpenHours _open;
    private readonly PointReader _points;
    private readonly TimeProvider _clock;
    private SeriesRetention _retention = SeriesRetention.Default;

    public SeriesStore(SeriesDatabase database, TimeProvider clock)
    {
        _clock = clock;
        _connections = new SeriesConnections(database);
        _open = new OpenHours(clock);
        _points = new PointReader(_numbers);
        Analysis = new SeriesAnalysis(_connections, _numbers, _open, _points, clock, () => _retention);
        Usage = new UsageStore(_connections, _numbers, _open);
    }

    public ISeriesAnalysis Analysis { get; }

    public IUsageStore Usage { get; }

    public async Task<bool> AppendAsync(SeriesBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Samples.Count == 0 && batch.Metered is null)
        {
            return true;
        }

        Dictionary<SeriesSubject, long> fresh = [];
        var stored = await _connections.WriteAsync(
            async connection =>
            {
                var accesses = batch.Metered?.Entries.Select(static e => SeriesSubject.Access(e.Access)) ?? [];
                fresh = await _numbers.AssignAsync(connection, batch.SourceId, batch.Samples.Select(static s => s.Subject).Concat(accesses), cancellationToken);
                await using var command = SeriesSql.Command(
                    connection,
                    "INSERT INTO series_journal (source_id, at_ms, payload, seq) VALUES (@source, @at, @payload, @seq) ON CONFLICT DO NOTHING",
                    ("source", SeriesSql.Bytes(batch.SourceId)),
                    ("at", ChartStep.ToMs(batch.AtUtc)),
                    ("payload", Encode(batch, fresh)),
                    ("seq", batch.Metered?.Sequence ?? (object)DBNull.Value));
                return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
            },
            cancellationToken);
        if (stored)
        {
            _numbers.Remember(batch.SourceId, fresh);
        }

        return stored;
    }

    public Task<CounterBook<Guid>?> RecallCountersAsync(Guid sourceId, CancellationToken cancellationToken) => _connections.ReadAsync(
        async connection =>
        {
            if (await CounterCheckpoint.RecallAsync(connection, SeriesSql.Bytes(sourceId), cancellationToken) is not { } numbered)
            {
                return null;
            }

            var names = await _numbers.NamesAsync(connection, cancellationToken);
            var book = new CounterBook<Guid>();
            var sessions = numbered.Sessions.Select(s => new CounterEntry<Guid>(names(s.Access)?.Id ?? Guid.Empty, s.Mark, s.Counters, 0, 0, 0));
            book.Apply(numbered.Sequence, numbered.AtMs, isWhole: true, sessions, []);
            return book;
        },
        cancellationToken);

    public async Task<SeriesResult> QueryAsync(SeriesQuery query, CancellationToken cancellationToken)
    {
        var resolution = ChartStep.ResolutionFor(query, _clock.UtcNow(), _retention);
        var points = await _connections.ReadAsync(
            connection => _points.ReadAsync(connection, query.Subject, query.Metric, ChartStep.ToMs(query.FromUtc), ChartStep.ToMs(query.ToUtc), resolution, cancellationToken),
            cancellationToken);
        var (start, step, count) = ChartStep.Fit(query, Finest(points, resolution, query));
        var folder = new ChartFolder(query.Metric, start, step, count);
        foreach (var point in points)
        {
            folder.Add(point);
        }

        return new SeriesResult(TimeSpan.FromMilliseconds(step), folder.ToPoints());
    }

    public async Task<CompactionReport> CompactAsync(SeriesRetention retention, CancellationToken cancellationToken)
    {
        _retention = retention;
        var report = await new SeriesCompactor(_connections, _numbers).CompactAsync(_clock.UtcNow(), retention, cancellationToken);
        await _open.ForgetUnusedAsync(cancellationToken);
        return report;
    }

    public async Task ImportAsync(Guid sourceId, IReadOnlyList<ImportedSeries> series, SeriesResolution finest, CancellationToken cancellationToken)
    {
        Dictionary<SeriesSubject, long> fresh = [];
        await _connections.WriteAsync(
            async connection =>
            {
                fresh = await _numbers.AssignAsync(connection, sourceId, series.Select(static s => s.Subject), cancellationToken);
                return true;
            },
            cancellationToken);
        _numbers.Remember(sourceId, fresh);
        var keyed = series.Select(s => (Key: SeriesKey.Of(_numbers.Of(s.Subject, fresh), s.Metric), s.Points));
        await new SeriesCompactor(_connections, _numbers).ImportAsync(sourceId, keyed, finest, cancellationToken);
    }

    /// <summary>Reads all of it and says what is wrong; mends what can be mended with <paramref name="repair"/>.</summary>
    public Task<SeriesVerdict> VerifyAsync(TimeZoneInfo zone, bool repair, CancellationToken cancellationToken) =>
        new SeriesVerifier(_connections, _numbers, repair).VerifyAsync(zone, cancellationToken);

    public void Dispose()
    {
        _open.Dispose();
        _connections.Dispose();
    }

    private byte[] Encode(SeriesBatch batch, Dictionary<SeriesSubject, long> fresh)
    {
        var samples = new List<(long Key, long IntervalMs, long Written)>(batch.Samples.Count);
        foreach (var sample in batch.Samples)
        {
            var interval = Math.Max(1, (long)sample.Interval.TotalMilliseconds);
            samples.Add((SeriesKey.Of(_numbers.Of(sample.Subject, fresh), sample.Metric), interval, SeriesKey.Quantise(sample.Metric, sample.Value)));
        }

        return JournalCodec.Encode(samples, batch.Metered is not { } metered ? null : new JournalRow(
            metered.IsWhole,
            [.. metered.Entries.Select(e => new CounterEntry<long>(
                _numbers.Of(SeriesSubject.Access(e.Access), fresh), e.Mark, e.Counters, e.MoreDownBytes, e.MoreUpBytes, e.UnseenMs))]));
    }

    private static long Finest(List<StoredPoint> points, SeriesResolution resolution, SeriesQuery query)
    {
        var kept = resolution switch { SeriesResolution.Raw => 1_000, SeriesResolution.FiveMinutes => RollUp.FiveMinutesMs, _ => RollUp.HourMs };
        // A chunk holds its whole hour: only what the chart shows decides, or an hour once read more coarsely would blur the last minutes.
        var (fromMs, toMs) = (ChartStep.ToMs(query.FromUtc), ChartStep.ToMs(query.ToUtc));
        long[] intervals = [.. points.Where(p => p.EndMs > fromMs && p.EndMs <= toMs).Select(static p => p.SeenMs).Order()];

        // A little under the usual interval, so that polls of 10.2 s still make a chart of 10 s.
        return intervals.Length == 0 ? kept : Math.Max(kept, (long)(intervals[intervals.Length / 2] * 0.9));
    }
}
