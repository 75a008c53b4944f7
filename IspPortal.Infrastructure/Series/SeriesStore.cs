using System.Collections.Concurrent;
using System.Data.Common;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>Appends and queries; <see cref="SeriesCompactor"/> packs.</summary>
internal sealed class SeriesStore(SeriesDatabase database, TimeProvider clock) : ISeriesStore, IDisposable
{
    private readonly ConcurrentDictionary<SeriesSubject, long> _numbers = new();
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly SemaphoreSlim _creating = new(1, 1);
    private SeriesRetention _retention = SeriesRetention.Default;
    private bool _created;

    public async Task AppendAsync(SeriesBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Samples.Count == 0)
        {
            return;
        }

        await EnsureCreatedAsync(cancellationToken);
        await WriteAsync(
            async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                var fresh = await NumberAsync(connection, batch.SourceId, batch.Samples.Select(static s => s.Subject), cancellationToken);
                var samples = new List<(long Key, long IntervalMs, long Written)>(batch.Samples.Count);
                foreach (var sample in batch.Samples)
                {
                    var number = fresh.TryGetValue(sample.Subject, out var just) ? just : _numbers[sample.Subject];
                    var interval = Math.Max(1, (long)sample.Interval.TotalMilliseconds);
                    samples.Add((SeriesKey.Of(number, sample.Metric), interval, SeriesKey.Quantise(sample.Metric, sample.Value)));
                }

                await using var command = Command(
                    connection,
                    "INSERT INTO series_journal (source_id, at_ms, payload) VALUES (@source, @at, @payload) ON CONFLICT (source_id, at_ms) DO NOTHING",
                    ("source", Bytes(batch.SourceId)),
                    ("at", ChartStep.ToMs(batch.AtUtc)),
                    ("payload", JournalCodec.Encode(samples)));
                await command.ExecuteNonQueryAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);

                // Only what is committed may be remembered.
                foreach (var (subject, number) in fresh)
                {
                    _numbers[subject] = number;
                }
            },
            cancellationToken);
    }

    public async Task<SeriesResult> QueryAsync(SeriesQuery query, CancellationToken cancellationToken)
    {
        await EnsureCreatedAsync(cancellationToken);
        var resolution = ChartStep.ResolutionFor(query, clock.UtcNow(), _retention);
        var points = await ReadAsync(query, resolution, cancellationToken);
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
        await EnsureCreatedAsync(cancellationToken);
        _retention = retention;
        return await new SeriesCompactor(database, WriteAsync).CompactAsync(clock.UtcNow(), retention, cancellationToken);
    }

    public async Task ImportAsync(Guid sourceId, IReadOnlyList<ImportedSeries> series, SeriesResolution finest, CancellationToken cancellationToken)
    {
        await EnsureCreatedAsync(cancellationToken);
        Dictionary<SeriesSubject, long> fresh = [];
        await WriteAsync(
            async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                fresh = await NumberAsync(connection, sourceId, series.Select(static s => s.Subject), cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            },
            cancellationToken);
        foreach (var (subject, number) in fresh)
        {
            _numbers[subject] = number;
        }

        var keyed = series.Select(s => (Key: SeriesKey.Of(_numbers[s.Subject], s.Metric), s.Points));
        await new SeriesCompactor(database, WriteAsync).ImportAsync(sourceId, keyed, finest, cancellationToken);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _creating.Dispose();
    }

    internal static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    internal static DbCommand Command(DbConnection connection, string text, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static long Finest(List<StoredPoint> points, SeriesResolution resolution, SeriesQuery query)
    {
        if (resolution != SeriesResolution.Raw)
        {
            return resolution == SeriesResolution.Hour ? RollUp.HourMs : RollUp.FiveMinutesMs;
        }

        // A chunk holds its whole hour: only what the chart shows decides, or an hour once read more coarsely would blur the last minutes.
        var (fromMs, toMs) = (ChartStep.ToMs(query.FromUtc), ChartStep.ToMs(query.ToUtc));
        long[] intervals = [.. points.Where(p => p.EndMs > fromMs && p.EndMs <= toMs).Select(static p => p.SeenMs).Order()];
        if (intervals.Length == 0)
        {
            return 1_000;
        }

        // A little under the usual interval, so that polls of 10.2 s still make a chart of 10 s.
        return (long)(intervals[intervals.Length / 2] * 0.9);
    }

    private static string Table(SeriesResolution resolution) => resolution switch
    {
        SeriesResolution.Raw => "series_raw",
        SeriesResolution.FiveMinutes => "series_5m",
        _ => "series_1h",
    };

    private async Task<List<StoredPoint>> ReadAsync(SeriesQuery query, SeriesResolution resolution, CancellationToken cancellationToken)
    {
        var points = new List<StoredPoint>();
        var fromMs = ChartStep.ToMs(query.FromUtc);
        var toMs = ChartStep.ToMs(query.ToUtc);
        await using var connection = await database.OpenAsync(cancellationToken);

        // One snapshot: what compaction moves meanwhile is seen either in the journal or in its chunk.
        await using var transaction = await connection.BeginTransactionAsync(database.SnapshotIsolation, cancellationToken);
        var (number, source) = await FindAsync(connection, query.Subject, cancellationToken);
        if (number is null)
        {
            return points;
        }

        var key = SeriesKey.Of(number.Value, query.Metric);
        await using var chunks = Command(
            connection,
            $"SELECT payload FROM {Table(resolution)} WHERE chunk_no = @chunk AND hour BETWEEN @first AND @last ORDER BY hour",
            ("chunk", SeriesKey.ChunkOf(key)),
            ("first", RollUp.HourOf(fromMs + 1)),
            ("last", RollUp.HourOf(toMs) + 1));
        await using (var reader = await chunks.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                ChunkCodec.Decode((byte[])reader[0], (_, point) => points.Add(point), key);
            }
        }

        await using var journal = Command(
            connection,
            "SELECT at_ms, payload FROM series_journal WHERE source_id = @source AND at_ms > @from AND at_ms < @to ORDER BY at_ms",
            ("source", source),
            ("from", fromMs),
            ("to", toMs + RollUp.HourMs));
        await using (var reader = await journal.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                JournalCodec.Decode((byte[])reader[1], reader.GetInt64(0), (_, point) => points.Add(point), key);
            }
        }

        return points;
    }

    private static async Task<(long? Number, byte[] Source)> FindAsync(DbConnection connection, SeriesSubject subject, CancellationToken cancellationToken)
    {
        await using var command = Command(
            connection,
            "SELECT no, source_id FROM series_subject WHERE kind = @kind AND subject_id = @id AND name = @name",
            ("kind", (int)subject.Kind),
            ("id", Bytes(subject.Id)),
            ("name", subject.Name));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), (byte[])reader[1]) : (null, []);
    }

    private async Task<Dictionary<SeriesSubject, long>> NumberAsync(
        DbConnection connection, Guid sourceId, IEnumerable<SeriesSubject> subjects, CancellationToken cancellationToken)
    {
        Dictionary<SeriesSubject, long> fresh = [];
        var source = Bytes(sourceId);
        foreach (var subject in subjects)
        {
            if (_numbers.ContainsKey(subject) || fresh.ContainsKey(subject))
            {
                continue;
            }

            await using var command = Command(
                connection,
                """
                INSERT INTO series_subject (kind, subject_id, name, source_id) VALUES (@kind, @id, @name, @source)
                ON CONFLICT (kind, subject_id, name) DO UPDATE SET source_id = excluded.source_id RETURNING no
                """,
                ("kind", (int)subject.Kind),
                ("id", Bytes(subject.Id)),
                ("name", subject.Name),
                ("source", source));
            fresh[subject] = Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        }

        return fresh;
    }

    private async Task WriteAsync(Func<DbConnection, Task> write, CancellationToken cancellationToken)
    {
        if (database.OneWriter)
        {
            await _writer.WaitAsync(cancellationToken);
        }

        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            await write(connection);
        }
        finally
        {
            if (database.OneWriter)
            {
                _writer.Release();
            }
        }
    }

    private async Task EnsureCreatedAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _created))
        {
            return;
        }

        await _creating.WaitAsync(cancellationToken);
        try
        {
            if (!_created)
            {
                await database.CreateAsync(cancellationToken);
                Volatile.Write(ref _created, true);
            }
        }
        finally
        {
            _creating.Release();
        }
    }
}
