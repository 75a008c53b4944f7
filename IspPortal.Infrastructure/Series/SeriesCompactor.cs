using System.Data.Common;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>
/// Packs closed hours. Each (source, hour) is one transaction that writes its chunks, roll-ups, usage and counters and removes its journal rows: a crash
/// leaves either all of the one or all of the other.
/// </summary>
internal sealed class SeriesCompactor(SeriesConnections connections, SubjectNumbers numbers)
{
    /// <summary>An hour is closed this long after its end: late batches are in by then.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    public async Task<CompactionReport> CompactAsync(DateTime nowUtc, SeriesRetention retention, CancellationToken cancellationToken)
    {
        var closed = RollUp.HourOf(ChartStep.ToMs(nowUtc - Settling)) * RollUp.HourMs;
        var oldestRaw = RollUp.HourOf(ChartStep.ToMs(nowUtc - retention.Raw));
        var (hours, batches, chunks) = (0, 0, 0);
        foreach (var (source, hour) in await ClosedHoursAsync(closed, cancellationToken))
        {
            var (packed, written) = await PackAsync(source, hour, oldestRaw, retention, cancellationToken);
            hours++;
            batches += packed;
            chunks += written;
        }

        var dropped = 0;
        dropped += await DropAsync("series_raw", oldestRaw, cancellationToken);
        foreach (var (suffix, before) in new[] { ("5m", retention.FiveMinutes), ("1h", retention.Hour) })
        {
            dropped += await DropAsync($"series_{suffix}", RollUp.HourOf(ChartStep.ToMs(nowUtc - before)), cancellationToken);
            dropped += await DropAsync($"series_{suffix}_sum", RollUp.HourOf(ChartStep.ToMs(nowUtc - before)), cancellationToken);
        }

        dropped += await DropAsync("series_usage", DateOnly.FromDateTime(nowUtc - retention.Usage).DayNumber, cancellationToken, "day");
        return new CompactionReport(hours, batches, chunks, dropped);
    }

    public async Task ImportAsync(
        Guid sourceId, IEnumerable<(long Key, IReadOnlyList<StoredPoint> Points)> series, SeriesResolution finest, CancellationToken cancellationToken)
    {
        var source = SeriesSql.Bytes(sourceId);
        var byHour = new SortedDictionary<long, PackedHour>();
        foreach (var (key, points) in series)
        {
            foreach (var point in points)
            {
                var hour = RollUp.HourOf(point.EndMs);
                if (!byHour.TryGetValue(hour, out var of))
                {
                    byHour[hour] = of = new PackedHour(hour);
                }

                of.Put(key, finest == SeriesResolution.Raw ? SeriesKey.Point(SeriesKey.MetricOf(key), point.EndMs, point.SeenMs, point.Sum) : point);
            }
        }

        var names = await connections.ReadAsync(connection => numbers.NamesAsync(connection, cancellationToken), cancellationToken);
        foreach (var day in byHour.Chunk(24))
        {
            await connections.WriteAsync(
                async connection =>
                {
                    await EncodedChunk.WriteAsync(connection, source, day.SelectMany(h => h.Value.Encode(finest, names)), cancellationToken);
                    return true;
                },
                cancellationToken);
        }
    }

    private Task<List<(byte[] Source, long Hour)>> ClosedHoursAsync(long beforeMs, CancellationToken cancellationToken) => connections.ReadAsync(
        async connection =>
        {
            var found = new List<(byte[], long)>();
            await using var command = SeriesSql.Command(
                connection,
                "SELECT DISTINCT source_id, (at_ms - 1) / 3600000 FROM series_journal WHERE at_ms <= @before ORDER BY 2, 1",
                ("before", beforeMs));
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                found.Add(((byte[])reader[0], reader.GetInt64(1)));
            }

            return found;
        },
        cancellationToken);

    private async Task<(int Batches, int Chunks)> PackAsync(byte[] source, long hour, long oldestRaw, SeriesRetention retention, CancellationToken cancellationToken)
    {
        var hourly = new PackedHour(hour);
        var usage = new UsageTally(retention.BusinessZone);
        var rows = new List<(long AtMs, long? Sequence, byte[] Payload)>();
        List<EncodedChunk> encoded = [];
        await connections.ReadAsync(
            async connection =>
            {
                var existing = await AddExistingAsync(connection, source, hour, hourly, cancellationToken);
                await AddRowsAsync(connection, source, hour, rows, cancellationToken);

                // Too late to be put between what is only kept as sums.
                if (existing || hour >= oldestRaw || !await IsPackedAsync(connection, source, hour, cancellationToken))
                {
                    Take(rows, hourly, usage);
                    encoded = [.. hourly.Encode(SeriesResolution.Raw, await numbers.NamesAsync(connection, cancellationToken))];
                }

                return true;
            },
            cancellationToken);

        await connections.WriteAsync(
            async connection =>
            {
                await connections.LockSourceAsync(connection, source, cancellationToken);
                await using var remove = SeriesSql.Command(
                    connection,
                    "DELETE FROM series_journal WHERE source_id = @source AND at_ms > @from AND at_ms <= @to",
                    ("source", source),
                    ("from", hour * RollUp.HourMs),
                    ("to", (hour + 1) * RollUp.HourMs));

                // Another node packed it, or a late batch came in between: leave all as it is; the next run sees what is left.
                if (await remove.ExecuteNonQueryAsync(cancellationToken) != rows.Count)
                {
                    return false;
                }

                await EncodedChunk.WriteAsync(connection, source, encoded, cancellationToken);
                await UsageTable.AddAsync(connection, source, usage.Counts, cancellationToken);
                await KeepCountersAsync(connection, source, rows, cancellationToken);
                return true;
            },
            cancellationToken);
        return (rows.Count, encoded.Count);
    }

    // A tick that is packed already is not counted twice.
    private static void Take(List<(long AtMs, long? Sequence, byte[] Payload)> rows, PackedHour hourly, UsageTally usage)
    {
        foreach (var (atMs, _, payload) in rows)
        {
            var sessions = JournalCodec.Decode(payload, atMs, (key, point) =>
            {
                if (hourly.Add(key, point))
                {
                    usage.Add(key, point);
                }
            });
            if (sessions is not null && !hourly.Knows(atMs))
            {
                foreach (var entry in sessions.Entries)
                {
                    usage.Add(entry, atMs);
                }
            }
        }
    }

    private static async Task AddRowsAsync(
        DbConnection connection, byte[] source, long hour, List<(long AtMs, long? Sequence, byte[] Payload)> rows, CancellationToken cancellationToken)
    {
        await using var command = SeriesSql.Command(
            connection,
            "SELECT at_ms, seq, payload FROM series_journal WHERE source_id = @source AND at_ms > @from AND at_ms <= @to ORDER BY at_ms",
            ("source", source),
            ("from", hour * RollUp.HourMs),
            ("to", (hour + 1) * RollUp.HourMs));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((reader.GetInt64(0), await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetInt64(1), (byte[])reader[2]));
        }
    }

    private static async Task<bool> AddExistingAsync(DbConnection connection, byte[] source, long hour, PackedHour hourly, CancellationToken cancellationToken)
    {
        var any = false;
        await using var command = SeriesSql.Command(
            connection, "SELECT payload FROM series_raw WHERE hour = @hour AND source_id = @source", ("hour", hour), ("source", source));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            any = true;
            ChunkCodec.Decode((byte[])reader[0], hourly.AddExisting);
        }

        return any;
    }

    private static async Task<bool> IsPackedAsync(DbConnection connection, byte[] source, long hour, CancellationToken cancellationToken)
    {
        await using var command = SeriesSql.Command(
            connection, "SELECT 1 FROM series_1h WHERE hour = @hour AND source_id = @source LIMIT 1", ("hour", hour), ("source", source));
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    // A poll that is older than what the counters stand at says nothing of where they stand now.
    private static async Task KeepCountersAsync(
        DbConnection connection, byte[] source, List<(long AtMs, long? Sequence, byte[] Payload)> rows, CancellationToken cancellationToken)
    {
        var book = await CounterCheckpoint.ReadAsync(connection, source, cancellationToken);
        var before = book?.Sequence ?? 0;
        foreach (var (atMs, sequence, payload) in rows.Where(r => r.Sequence > before).OrderBy(static r => r.Sequence))
        {
            book ??= new CounterBook<long>();
            CounterCheckpoint.Apply(book, atMs, sequence!.Value, payload);
        }

        if (book is not null && book.Sequence > before)
        {
            await CounterCheckpoint.WriteAsync(connection, source, book, cancellationToken);
        }
    }

    private async Task<int> DropAsync(string table, long before, CancellationToken cancellationToken, string column = "hour")
    {
        var dropped = 0;
        await connections.WriteAsync(
            async connection =>
            {
                await using var command = SeriesSql.Command(connection, $"DELETE FROM {table} WHERE {column} < @before", ("before", before));
                dropped = await command.ExecuteNonQueryAsync(cancellationToken);
                return dropped > 0;
            },
            cancellationToken);
        return dropped;
    }
}
