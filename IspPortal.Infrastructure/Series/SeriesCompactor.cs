using System.Data.Common;

namespace IspPortal.Infrastructure.Series;

/// <summary>
/// Packs closed hours. Each (source, hour) is one transaction that writes its chunks and roll-ups and removes its journal rows: a crash leaves
/// either all of the one or all of the other.
/// </summary>
internal sealed class SeriesCompactor(SeriesDatabase database, Func<Func<DbConnection, Task>, CancellationToken, Task> write)
{
    /// <summary>An hour is closed this long after its end: late batches are in by then.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    public async Task<CompactionReport> CompactAsync(DateTime nowUtc, SeriesRetention retention, CancellationToken cancellationToken)
    {
        var closed = RollUp.HourOf(ChartStep.ToMs(nowUtc - Settling)) * RollUp.HourMs;
        var (hours, batches, chunks) = (0, 0, 0);
        foreach (var (source, hour) in await ClosedHoursAsync(closed, cancellationToken))
        {
            var (packed, written) = await PackAsync(source, hour, cancellationToken);
            hours++;
            batches += packed;
            chunks += written;
        }

        var dropped = 0;
        dropped += await DropAsync("series_raw", nowUtc - retention.Raw, cancellationToken);
        dropped += await DropAsync("series_5m", nowUtc - retention.FiveMinutes, cancellationToken);
        dropped += await DropAsync("series_1h", nowUtc - retention.Hour, cancellationToken);
        return new CompactionReport(hours, batches, chunks, dropped);
    }

    public async Task ImportAsync(
        Guid sourceId, IEnumerable<(long Key, IReadOnlyList<StoredPoint> Points)> series, SeriesResolution finest, CancellationToken cancellationToken)
    {
        var source = SeriesStore.Bytes(sourceId);
        foreach (var chunk in series.GroupBy(s => SeriesKey.ChunkOf(s.Key)))
        {
            var byHour = new SortedDictionary<long, Dictionary<long, List<StoredPoint>>>();
            foreach (var (key, points) in chunk)
            {
                foreach (var point in points)
                {
                    var hour = RollUp.HourOf(point.EndMs);
                    if (!byHour.TryGetValue(hour, out var of))
                    {
                        byHour[hour] = of = [];
                    }

                    var stored = finest == SeriesResolution.Raw ? SeriesKey.Point(SeriesKey.MetricOf(key), point.EndMs, point.SeenMs, point.Sum) : point;
                    (of.TryGetValue(key, out var list) ? list : of[key] = []).Add(stored);
                }
            }

            var encoded = byHour.SelectMany(h => Encode(chunk.Key, h.Key, h.Value, finest)).ToList();
            await write(
                async connection =>
                {
                    await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                    await InsertAsync(connection, source, encoded, cancellationToken);
                    await transaction.CommitAsync(cancellationToken);
                },
                cancellationToken);
        }
    }

    private static IEnumerable<EncodedChunk> Encode(long chunkNo, long hour, Dictionary<long, List<StoredPoint>> series, SeriesResolution finest)
    {
        if (finest == SeriesResolution.Raw)
        {
            yield return new EncodedChunk("series_raw", chunkNo, hour, ChunkCodec.Encode(series, raw: true));
        }

        if (finest != SeriesResolution.Hour)
        {
            var five = series.ToDictionary(static s => s.Key, static s => RollUp.Sum(s.Value, RollUp.FiveMinutesMs));
            yield return new EncodedChunk("series_5m", chunkNo, hour, ChunkCodec.Encode(five, raw: false));
        }

        var hourly = series.ToDictionary(static s => s.Key, static s => RollUp.Sum(s.Value, RollUp.HourMs));
        yield return new EncodedChunk("series_1h", chunkNo, hour, ChunkCodec.Encode(hourly, raw: false));
    }

    private static async Task InsertAsync(DbConnection connection, byte[] source, List<EncodedChunk> chunks, CancellationToken cancellationToken)
    {
        foreach (var chunk in chunks)
        {
            await using var command = SeriesStore.Command(
                connection,
                $"""
                INSERT INTO {chunk.Table} (chunk_no, hour, source_id, payload) VALUES (@chunk, @hour, @source, @payload)
                ON CONFLICT (chunk_no, hour, source_id) DO UPDATE SET payload = excluded.payload
                """,
                ("chunk", chunk.ChunkNo),
                ("hour", chunk.Hour),
                ("source", source),
                ("payload", chunk.Payload));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task<List<(byte[] Source, long Hour)>> ClosedHoursAsync(long beforeMs, CancellationToken cancellationToken)
    {
        var found = new List<(byte[], long)>();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = SeriesStore.Command(
            connection,
            "SELECT DISTINCT source_id, (at_ms - 1) / 3600000 FROM series_journal WHERE at_ms <= @before ORDER BY 2, 1",
            ("before", beforeMs));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(((byte[])reader[0], reader.GetInt64(1)));
        }

        return found;
    }

    private async Task<(int Batches, int Chunks)> PackAsync(byte[] source, long hour, CancellationToken cancellationToken)
    {
        var fromMs = hour * RollUp.HourMs;
        var toMs = fromMs + RollUp.HourMs;
        var chunks = new Dictionary<long, Dictionary<long, List<StoredPoint>>>();
        var batches = 0;
        await using (var connection = await database.OpenAsync(cancellationToken))
        {
            await using var command = SeriesStore.Command(
                connection,
                "SELECT at_ms, payload FROM series_journal WHERE source_id = @source AND at_ms > @from AND at_ms <= @to ORDER BY at_ms",
                ("source", source),
                ("from", fromMs),
                ("to", toMs));

            // PostgreSQL takes no other command on a connection that is still being read from.
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            {
                while (await reader.ReadAsync(cancellationToken))
                {
                    batches++;
                    JournalCodec.Decode((byte[])reader[1], reader.GetInt64(0), (key, point) => Add(chunks, key, point));
                }
            }

            await MergeExistingAsync(connection, source, hour, chunks, cancellationToken);
        }

        var encoded = chunks.SelectMany(c => Encode(c.Key, hour, c.Value, SeriesResolution.Raw)).ToList();
        await write(
            async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                await using var remove = SeriesStore.Command(
                    connection,
                    "DELETE FROM series_journal WHERE source_id = @source AND at_ms > @from AND at_ms <= @to",
                    ("source", source),
                    ("from", fromMs),
                    ("to", toMs));

                // Another node packed it, or a late batch came in between: leave all as it is; the next run sees what is left.
                if (await remove.ExecuteNonQueryAsync(cancellationToken) == batches)
                {
                    await InsertAsync(connection, source, encoded, cancellationToken);
                    await transaction.CommitAsync(cancellationToken);
                }
            },
            cancellationToken);
        return (batches, encoded.Count);
    }

    // A batch that came after its hour was packed joins the chunk; a tick that is there already is not counted twice.
    private static async Task MergeExistingAsync(
        DbConnection connection, byte[] source, long hour, Dictionary<long, Dictionary<long, List<StoredPoint>>> chunks, CancellationToken cancellationToken)
    {
        foreach (var (chunkNo, series) in chunks)
        {
            await using var command = SeriesStore.Command(
                connection,
                "SELECT payload FROM series_raw WHERE chunk_no = @chunk AND hour = @hour AND source_id = @source",
                ("chunk", chunkNo),
                ("hour", hour),
                ("source", source));
            if (await command.ExecuteScalarAsync(cancellationToken) is byte[] payload)
            {
                var known = series.ToDictionary(static s => s.Key, static s => s.Value.Select(static p => p.EndMs).ToHashSet());
                ChunkCodec.Decode(payload, (key, point) =>
                {
                    if (!known.TryGetValue(key, out var ticks) || !ticks.Contains(point.EndMs))
                    {
                        Add(chunks, key, point);
                    }
                });
            }
        }
    }

    private static void Add(Dictionary<long, Dictionary<long, List<StoredPoint>>> chunks, long key, StoredPoint point)
    {
        var chunkNo = SeriesKey.ChunkOf(key);
        var series = chunks.TryGetValue(chunkNo, out var found) ? found : chunks[chunkNo] = [];
        (series.TryGetValue(key, out var points) ? points : series[key] = []).Add(point);
    }

    private async Task<int> DropAsync(string table, DateTime beforeUtc, CancellationToken cancellationToken)
    {
        var dropped = 0;
        await write(
            async connection =>
            {
                await using var command = SeriesStore.Command(
                    connection,
                    $"DELETE FROM {table} WHERE hour < @before",
                    ("before", RollUp.HourOf(ChartStep.ToMs(beforeUtc))));
                dropped = await command.ExecuteNonQueryAsync(cancellationToken);
            },
            cancellationToken);
        return dropped;
    }

    private sealed record EncodedChunk(string Table, long ChunkNo, long Hour, byte[] Payload);
}
