using System.Data.Common;

namespace IspPortal.Infrastructure.Series;

/// <summary>A chunk as it is stored.</summary>
internal sealed record EncodedChunk(string Table, long ChunkNo, long Hour, byte[] Payload)
{
    /// <summary>Puts these chunks of a source in the place of what is there.</summary>
    public static async Task WriteAsync(DbConnection connection, byte[] source, IEnumerable<EncodedChunk> chunks, CancellationToken cancellationToken)
    {
        foreach (var chunk in chunks)
        {
            await using var command = SeriesSql.Command(
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
}
