using System.Globalization;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series.Verification;

/// <summary>
/// Reads all of a store: whether every chunk and journal row can be decoded and lies where it should, whether sums are the sums of what they are made of, and
/// whether usage is no less than what was read. Rebuilds what follows from something else; the finer always says how the coarser must be.
/// </summary>
internal sealed class SeriesVerifier(SeriesConnections connections, SubjectNumbers numbers, bool repair)
{
    private static readonly string[] ChunkTables = ["series_raw", "series_5m", "series_1h", "series_5m_sum", "series_1h_sum"];

    private readonly List<SeriesFault> _faults = [];
    private int _chunks;
    private int _rows;

    public async Task<SeriesVerdict> VerifyAsync(TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var usage = new UsageVerifier(connections, zone, repair, _faults);
        var names = await connections.ReadAsync(connection => numbers.NamesAsync(connection, cancellationToken), cancellationToken);
        foreach (var (source, hour) in await HoursAsync(cancellationToken))
        {
            await VerifyHourAsync(source, hour, names, usage, cancellationToken);
        }

        await VerifyJournalAsync(names, cancellationToken);
        await VerifyCountersAsync(cancellationToken);
        await usage.VerifyAsync(cancellationToken);
        return new SeriesVerdict(_chunks, _rows, usage.Rows, _faults);
    }

    private Task<List<(byte[] Source, long Hour)>> HoursAsync(CancellationToken cancellationToken) => connections.ReadAsync(
        async connection =>
        {
            var hours = new List<(byte[], long)>();
            await using var command = SeriesSql.Command(
                connection,
                string.Join(" UNION ", ChunkTables.Select(static table => $"SELECT source_id, hour FROM {table}")) + " ORDER BY 2, 1");
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                hours.Add(((byte[])reader[0], reader.GetInt64(1)));
            }

            return hours;
        },
        cancellationToken);

    private async Task VerifyHourAsync(byte[] source, long hour, Func<long, SeriesSubject?> names, UsageVerifier usage, CancellationToken cancellationToken)
    {
        var stored = new VerifiedHour(hour);
        var bad = new List<(string Table, long ChunkNo, string What)>();
        await connections.ReadAsync(
            async connection =>
            {
                foreach (var table in ChunkTables)
                {
                    await using var command = SeriesSql.Command(
                        connection, $"SELECT chunk_no, payload FROM {table} WHERE hour = @hour AND source_id = @source", ("hour", hour), ("source", source));
                    await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                    while (await reader.ReadAsync(cancellationToken))
                    {
                        _chunks++;
                        if (stored.Take(table, reader.GetInt64(0), (byte[])reader[1], names) is { } what)
                        {
                            bad.Add((table, reader.GetInt64(0), what));
                        }
                    }
                }

                return true;
            },
            cancellationToken);

        var rebuilt = new List<EncodedChunk>();
        Rebuild(stored, "series_raw", "series_5m", RollUp.FiveMinutesMs, bad, rebuilt, source);
        Rebuild(stored, "series_5m", "series_1h", RollUp.HourMs, bad, rebuilt, source);
        RebuildSums(stored, names, bad, rebuilt, source);
        Rebuild(stored, "series_5m_sum", "series_1h_sum", RollUp.HourMs, bad, rebuilt, source);
        foreach (var (table, chunkNo, what) in bad)
        {
            Tell($"{table} {chunkNo} {At(hour)}", what, repair ? SeriesRemedy.TakenOut : SeriesRemedy.CannotBeRebuilt);
        }

        usage.Count(stored, source, names);
        if (repair && (rebuilt.Count > 0 || bad.Count > 0))
        {
            await connections.WriteAsync(
                async connection =>
                {
                    foreach (var (table, chunkNo, _) in bad)
                    {
                        await using var remove = SeriesSql.Command(
                            connection,
                            $"DELETE FROM {table} WHERE chunk_no = @chunk AND hour = @hour AND source_id = @source",
                            ("chunk", chunkNo),
                            ("hour", hour),
                            ("source", source));
                        await remove.ExecuteNonQueryAsync(cancellationToken);
                    }

                    await EncodedChunk.WriteAsync(connection, source, rebuilt, cancellationToken);
                    return true;
                },
                cancellationToken);
        }
    }

    // What the finer chunk says the coarser one must be.
    private void Rebuild(
        VerifiedHour stored, string fine, string coarse, long widthMs, List<(string Table, long ChunkNo, string What)> bad, List<EncodedChunk> rebuilt, byte[] source)
    {
        foreach (var (chunkNo, series) in stored.Good(fine).ToList())
        {
            var expected = series.ToDictionary(static s => s.Key, s => RollUp.Sum(s.Value, widthMs));
            Compare(stored, coarse, chunkNo, expected, bad, rebuilt, source);
        }
    }

    private void RebuildSums(
        VerifiedHour stored, Func<long, SeriesSubject?> names, List<(string Table, long ChunkNo, string What)> bad, List<EncodedChunk> rebuilt, byte[] source)
    {
        var (finest, table) = stored.Good("series_5m").Any() ? ("series_5m", "series_5m_sum") : ("series_1h", "series_1h_sum");
        if (bad.Any(b => b.Table == finest))
        {
            return;
        }

        var groups = new GroupSum(names);
        foreach (var (key, points) in stored.Good(finest).SelectMany(static c => c.Series))
        {
            points.ForEach(point => groups.Add(key, point));
        }

        foreach (var kind in groups.ToSeries().GroupBy(static g => SeriesKey.SubjectOf(g.Key)))
        {
            // Where the five minutes are gone, their sum is the better one: by the hour one that was seen for half of it weighs as much as the others.
            if (finest == "series_1h" && stored.Find(table, kind.Key) is not null)
            {
                continue;
            }

            Compare(stored, table, kind.Key, kind.ToDictionary(static g => g.Key, static g => g.Value), bad, rebuilt, source);
        }
    }

    private void Compare(
        VerifiedHour stored,
        string table,
        long chunkNo,
        Dictionary<long, List<StoredPoint>> expected,
        List<(string Table, long ChunkNo, string What)> bad,
        List<EncodedChunk> rebuilt,
        byte[] source)
    {
        var known = bad.FindIndex(b => b.Table == table && b.ChunkNo == chunkNo);
        if (known < 0 && stored.Find(table, chunkNo) is { } found && IsSame(found, expected, table.EndsWith("_sum", StringComparison.Ordinal) ? 1 : 0))
        {
            return;
        }

        var what = known >= 0 ? bad[known].What : stored.Find(table, chunkNo) is null ? "It is missing." : "It is not the sum of what it is made of.";
        if (known >= 0)
        {
            bad.RemoveAt(known);
        }

        Tell($"{table} {chunkNo} {At(stored.Hour)} of {SeriesSql.Id(source)}", what, repair ? SeriesRemedy.Rebuilt : SeriesRemedy.CanBeRebuilt);
        stored.Put(table, chunkNo, expected);
        rebuilt.Add(new EncodedChunk(table, chunkNo, stored.Hour, ChunkCodec.Encode(expected, raw: false)));
    }

    // Rates of many were added up in another order: the last digit may be rounded otherwise.
    private static bool IsSame(Dictionary<long, List<StoredPoint>> a, Dictionary<long, List<StoredPoint>> b, long tolerance) => a.Count == b.Count && a.All(s =>
        b.TryGetValue(s.Key, out var points) && s.Value.Count == points.Count && s.Value.Zip(points).All(pair =>
            pair.First.EndMs == pair.Second.EndMs && pair.First.SeenMs == pair.Second.SeenMs
            && Math.Abs(pair.First.Sum - pair.Second.Sum) <= tolerance && Math.Abs(pair.First.Max - pair.Second.Max) <= tolerance));

    private async Task VerifyJournalAsync(Func<long, SeriesSubject?> names, CancellationToken cancellationToken)
    {
        var bad = new List<(byte[] Source, long AtMs)>();
        await connections.ReadAsync(
            async connection =>
            {
                await using var command = SeriesSql.Command(connection, "SELECT source_id, at_ms, payload FROM series_journal ORDER BY source_id, at_ms");
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                {
                    _rows++;
                    var (source, atMs) = ((byte[])reader[0], reader.GetInt64(1));
                    if (Judge((byte[])reader[2], atMs, names) is { } what)
                    {
                        bad.Add((source, atMs));
                        Tell($"series_journal {SeriesSql.Id(source)} {AtMs(atMs)}", what, repair ? SeriesRemedy.TakenOut : SeriesRemedy.CannotBeRebuilt);
                    }
                }

                return true;
            },
            cancellationToken);
        if (repair)
        {
            foreach (var (source, atMs) in bad)
            {
                await RemoveAsync("DELETE FROM series_journal WHERE source_id = @source AND at_ms = @key", source, atMs, cancellationToken);
            }
        }
    }

    private static string? Judge(byte[] payload, long atMs, Func<long, SeriesSubject?> names)
    {
        try
        {
            long? stranger = null;
            var row = JournalCodec.Decode(payload, atMs, (key, _) => stranger ??= names(SeriesKey.SubjectOf(key)) is null ? SeriesKey.SubjectOf(key) : null);
            stranger ??= row?.Entries.Select(static e => (long?)e.Access).FirstOrDefault(access => names(access!.Value) is null);
            return stranger is { } number ? $"Nobody knows subject {number}." : null;
        }
        catch (InvalidDataException exception)
        {
            return exception.Message;
        }
    }

    private async Task VerifyCountersAsync(CancellationToken cancellationToken)
    {
        var bad = new List<byte[]>();
        await connections.ReadAsync(
            async connection =>
            {
                await using var command = SeriesSql.Command(connection, "SELECT source_id, payload FROM series_counters");
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                {
                    try
                    {
                        CounterCheckpoint.Decode((byte[])reader[1]);
                    }
                    catch (InvalidDataException exception)
                    {
                        bad.Add((byte[])reader[0]);
                        Tell($"series_counters {SeriesSql.Id((byte[])reader[0])}", exception.Message, repair ? SeriesRemedy.TakenOut : SeriesRemedy.CannotBeRebuilt);
                    }
                }

                return true;
            },
            cancellationToken);
        if (repair)
        {
            foreach (var source in bad)
            {
                await RemoveAsync("DELETE FROM series_counters WHERE source_id = @source AND @key = 0", source, 0, cancellationToken);
            }
        }
    }

    private Task RemoveAsync(string text, byte[] source, long key, CancellationToken cancellationToken) => connections.WriteAsync(
        async connection =>
        {
            await using var command = SeriesSql.Command(connection, text, ("source", source), ("key", key));
            await command.ExecuteNonQueryAsync(cancellationToken);
            return true;
        },
        cancellationToken);

    private void Tell(string where, string what, SeriesRemedy remedy) => _faults.Add(new SeriesFault(where, what, remedy));

    private static string At(long hour) => AtMs(hour * RollUp.HourMs);

    private static string AtMs(long ms) => DateTime.UnixEpoch.AddMilliseconds(ms).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
