using System.Data.Common;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>The stored points of one series: those of its chunks and those that the journal still holds.</summary>
internal sealed class PointReader(SubjectNumbers numbers)
{
    /// <summary>
    /// Every point that ends after <paramref name="fromMs"/> and in the hour of <paramref name="toMs"/> or before; chunks give their whole hours. An hour that is not there as finely as asked for (what was
    /// taken over from elsewhere may be by the hour) comes as finely as it is there, rather than not at all.
    /// </summary>
    public async Task<List<StoredPoint>> ReadAsync(
        DbConnection connection, SeriesSubject subject, Metric metric, long fromMs, long toMs, SeriesResolution resolution, CancellationToken cancellationToken)
    {
        var points = new List<StoredPoint>();
        if (await numbers.FindAsync(connection, subject, cancellationToken) is not { } number)
        {
            return points;
        }

        var key = SeriesKey.Of(number, metric);
        var (first, last) = (RollUp.HourOf(fromMs + 1), RollUp.HourOf(toMs) + 1);
        await AddChunksAsync(connection, resolution, key, first, last, [], points, cancellationToken);

        await using var journal = SeriesSql.Command(
            connection,
            "SELECT at_ms, payload FROM series_journal WHERE source_id = @source AND at_ms > @from AND at_ms < @to ORDER BY at_ms",
            ("source", await numbers.SourceOfAsync(connection, number, cancellationToken)),
            ("from", fromMs),
            ("to", toMs + RollUp.HourMs));
        await using (var reader = await journal.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                JournalCodec.Decode((byte[])reader[1], reader.GetInt64(0), (_, point) => points.Add(point), key);
            }
        }

        for (var coarser = resolution + 1; coarser <= SeriesResolution.Hour; coarser++)
        {
            var there = points.Select(static point => RollUp.HourOf(point.EndMs)).ToHashSet();
            if (there.Count < RollUp.HourOf(toMs) - first + 1)
            {
                await AddChunksAsync(connection, coarser, key, first, last, there, points, cancellationToken);
            }
        }

        return points;
    }

    private static async Task AddChunksAsync(
        DbConnection connection, SeriesResolution resolution, long key, long first, long last, HashSet<long> except, List<StoredPoint> points, CancellationToken cancellationToken)
    {
        await using var chunks = SeriesSql.Command(
            connection,
            $"SELECT hour, payload FROM {SeriesSql.Table(resolution)} WHERE chunk_no = @chunk AND hour BETWEEN @first AND @last ORDER BY hour",
            ("chunk", SeriesKey.ChunkOf(key)),
            ("first", first),
            ("last", last));
        await using var reader = await chunks.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!except.Contains(reader.GetInt64(0)))
            {
                ChunkCodec.Decode((byte[])reader[1], (_, point) => points.Add(point), key);
            }
        }
    }
}
