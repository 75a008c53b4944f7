using System.Buffers;
using System.Data.Common;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>
/// Where each session's counters stood at the end of what is packed, one row per source. The journal goes on from there: both together give the last
/// counter the portal read of every session.
/// </summary>
internal static class CounterCheckpoint
{
    /// <summary>The counters up to and with the journal, in numbers of accesses; null when no poll of this source told any.</summary>
    public static async Task<CounterBook<long>?> RecallAsync(DbConnection connection, byte[] source, CancellationToken cancellationToken)
    {
        var book = await ReadAsync(connection, source, cancellationToken);
        await using var command = SeriesSql.Command(
            connection,
            "SELECT at_ms, seq, payload FROM series_journal WHERE source_id = @source AND seq > @seq ORDER BY seq",
            ("source", source),
            ("seq", book?.Sequence ?? 0));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            book ??= new CounterBook<long>();
            Apply(book, reader.GetInt64(0), reader.GetInt64(1), (byte[])reader[2]);
        }

        return book;
    }

    public static async Task<CounterBook<long>?> ReadAsync(DbConnection connection, byte[] source, CancellationToken cancellationToken)
    {
        await using var command = SeriesSql.Command(connection, "SELECT payload FROM series_counters WHERE source_id = @source", ("source", source));
        return await command.ExecuteScalarAsync(cancellationToken) is byte[] payload ? Decode(payload) : null;
    }

    public static async Task WriteAsync(DbConnection connection, byte[] source, CounterBook<long> book, CancellationToken cancellationToken)
    {
        var output = new ArrayBufferWriter<byte>(256);
        VarInt.Write(output, (ulong)book.Sequence);
        VarInt.WriteSigned(output, book.AtMs);
        JournalCodec.WriteEntries(output, [.. book.Sessions.Select(static s => new CounterEntry<long>(s.Access, s.Mark, s.Counters, 0, 0, 0))]);
        await using var command = SeriesSql.Command(
            connection,
            "INSERT INTO series_counters (source_id, payload) VALUES (@source, @payload) ON CONFLICT (source_id) DO UPDATE SET payload = excluded.payload",
            ("source", source),
            ("payload", output.WrittenSpan.ToArray()));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static CounterBook<long> Decode(ReadOnlySpan<byte> payload)
    {
        var sequence = (long)VarInt.Read(ref payload);
        var at = VarInt.ReadSigned(ref payload);
        var book = new CounterBook<long>();
        book.Apply(sequence, at, isWhole: true, JournalCodec.ReadEntries(ref payload), []);
        return book;
    }

    /// <summary>Takes one row of the journal into the book.</summary>
    public static void Apply(CounterBook<long> book, long atMs, long sequence, ReadOnlySpan<byte> payload)
    {
        var samples = new List<(long, Metric, long)>();
        var row = JournalCodec.Decode(payload, atMs, (key, point) =>
        {
            if (SeriesKey.MetricOf(key) is Metric.DownBytes or Metric.UpBytes)
            {
                samples.Add((SeriesKey.SubjectOf(key), SeriesKey.MetricOf(key), point.Sum));
            }
        });
        if (row is not null)
        {
            book.Apply(sequence, atMs, row.IsWhole, row.Entries, samples);
        }
    }
}
