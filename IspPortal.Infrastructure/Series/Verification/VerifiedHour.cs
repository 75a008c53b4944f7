using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series.Verification;

/// <summary>Everything that is stored of one hour of one source, decoded as far as it can be.</summary>
internal sealed class VerifiedHour(long hour)
{
    private readonly Dictionary<string, Dictionary<long, Dictionary<long, List<StoredPoint>>?>> _tables = [];

    public long Hour => hour;

    /// <summary>Takes a chunk; what is wrong with it by itself, or null.</summary>
    public string? Take(string table, long chunkNo, byte[] payload, Func<long, SeriesSubject?> subjects)
    {
        var chunks = _tables.TryGetValue(table, out var found) ? found : _tables[table] = [];
        var series = new Dictionary<long, List<StoredPoint>>();
        try
        {
            ChunkCodec.Decode(payload, (key, point) => (series.TryGetValue(key, out var points) ? points : series[key] = []).Add(point));
        }
        catch (InvalidDataException exception)
        {
            chunks[chunkNo] = null;
            return exception.Message;
        }

        if (Judge(table, chunkNo, series, subjects) is { } fault)
        {
            chunks[chunkNo] = null;
            return fault;
        }

        chunks[chunkNo] = series;
        return null;
    }

    /// <summary>The good chunks of a table.</summary>
    public IEnumerable<(long ChunkNo, Dictionary<long, List<StoredPoint>> Series)> Good(string table) =>
        _tables.GetValueOrDefault(table)?.Where(static c => c.Value is not null).Select(static c => (c.Key, c.Value!)) ?? [];

    /// <summary>The good series of a chunk; null when it is not there or bad.</summary>
    public Dictionary<long, List<StoredPoint>>? Find(string table, long chunkNo) => _tables.GetValueOrDefault(table)?.GetValueOrDefault(chunkNo);

    /// <summary>What was rebuilt stands for what was bad.</summary>
    public void Put(string table, long chunkNo, Dictionary<long, List<StoredPoint>> series) =>
        (_tables.TryGetValue(table, out var chunks) ? chunks : _tables[table] = [])[chunkNo] = series;

    private string? Judge(string table, long chunkNo, Dictionary<long, List<StoredPoint>> series, Func<long, SeriesSubject?> subjects)
    {
        var sums = table.EndsWith("_sum", StringComparison.Ordinal);
        foreach (var (key, points) in series)
        {
            var number = SeriesKey.SubjectOf(key);
            if (sums ? number != chunkNo : SeriesKey.ChunkOf(key) != chunkNo)
            {
                return $"Series {key} does not belong there.";
            }

            if (!sums && subjects(number) is null)
            {
                return $"Nobody knows subject {number}.";
            }

            var previous = hour * RollUp.HourMs;
            foreach (var point in points)
            {
                if (point.EndMs <= previous || RollUp.HourOf(point.EndMs) != hour || point.SeenMs < 0)
                {
                    return $"Series {key} is out of order or out of its hour.";
                }

                previous = point.EndMs;
            }
        }

        return null;
    }
}
