using System.Data.Common;

namespace IspPortal.Infrastructure.Series;

/// <summary>The table of what was used by access and business day, up to what is packed.</summary>
internal static class UsageTable
{
    /// <summary>Adds to what is there; only within a transaction that lets no other change the same source.</summary>
    public static async Task AddAsync(
        DbConnection connection, byte[] source, IReadOnlyDictionary<(long Access, int Day), UsageCount> counts, CancellationToken cancellationToken)
    {
        foreach (var chunk in counts.GroupBy(static c => (Chunk: SeriesKey.ChunkOfSubject(c.Key.Access), c.Key.Day)))
        {
            var now = new Dictionary<long, UsageCount>();
            await using (var command = SeriesSql.Command(
                connection,
                "SELECT payload FROM series_usage WHERE chunk_no = @chunk AND day = @day AND source_id = @source",
                ("chunk", chunk.Key.Chunk),
                ("day", chunk.Key.Day),
                ("source", source)))
            {
                if (await command.ExecuteScalarAsync(cancellationToken) is byte[] payload)
                {
                    UsageCodec.Decode(payload, now.Add);
                }
            }

            foreach (var ((access, _), count) in chunk)
            {
                now[access] = now.GetValueOrDefault(access) + count;
            }

            await PutAsync(connection, source, chunk.Key.Chunk, chunk.Key.Day, now, cancellationToken);
        }
    }

    public static async Task PutAsync(
        DbConnection connection, byte[] source, long chunk, int day, IReadOnlyDictionary<long, UsageCount> accesses, CancellationToken cancellationToken)
    {
        await using var write = SeriesSql.Command(
            connection,
            """
            INSERT INTO series_usage (chunk_no, day, source_id, payload) VALUES (@chunk, @day, @source, @payload)
            ON CONFLICT (chunk_no, day, source_id) DO UPDATE SET payload = excluded.payload
            """,
            ("chunk", chunk),
            ("day", day),
            ("source", source),
            ("payload", UsageCodec.Encode(accesses)));
        await write.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Gives what is packed of these accesses: one, or all of its chunk.</summary>
    public static async Task ReadAsync(
        DbConnection connection, long chunk, long? only, int fromDay, int toDay, Action<long, int, UsageCount> each, CancellationToken cancellationToken)
    {
        await using var command = SeriesSql.Command(
            connection,
            "SELECT day, payload FROM series_usage WHERE chunk_no = @chunk AND day BETWEEN @from AND @to",
            ("chunk", chunk),
            ("from", fromDay),
            ("to", toDay));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var day = reader.GetInt32(0);
            UsageCodec.Decode((byte[])reader[1], (access, count) => each(access, day, count), only);
        }
    }
}
