using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>One hour of one source as it is packed: raw points by chunk and series, and the chunks that follow from them.</summary>
internal sealed class PackedHour(long hour)
{
    private readonly Dictionary<long, Dictionary<long, List<StoredPoint>>> _chunks = [];
    private readonly Dictionary<long, HashSet<long>> _known = [];
    private readonly HashSet<long> _knownTicks = [];

    /// <summary>Takes what is packed already; before anything else.</summary>
    public void AddExisting(long key, StoredPoint point)
    {
        (_known.TryGetValue(key, out var ticks) ? ticks : _known[key] = []).Add(point.EndMs);
        _knownTicks.Add(point.EndMs);
        Put(key, point);
    }

    /// <summary>Takes a sample of the journal; false when that tick is there already.</summary>
    public bool Add(long key, StoredPoint point)
    {
        if (_known.TryGetValue(key, out var ticks) && ticks.Contains(point.EndMs))
        {
            return false;
        }

        Put(key, point);
        return true;
    }

    /// <summary>Whether a poll of that moment is packed already.</summary>
    public bool Knows(long atMs) => _knownTicks.Contains(atMs);

    /// <summary>Takes a point whose series is not raw.</summary>
    public void Put(long key, StoredPoint point)
    {
        var chunkNo = SeriesKey.ChunkOf(key);
        var series = _chunks.TryGetValue(chunkNo, out var found) ? found : _chunks[chunkNo] = [];
        (series.TryGetValue(key, out var points) ? points : series[key] = []).Add(point);
    }

    /// <summary>The chunks of this hour, of each resolution from <paramref name="finest"/> on, and the sums of whole groups.</summary>
    public IEnumerable<EncodedChunk> Encode(SeriesResolution finest, Func<long, SeriesSubject?> subjects)
    {
        var groups = new GroupSum(subjects);
        foreach (var (chunkNo, series) in _chunks)
        {
            if (finest == SeriesResolution.Raw)
            {
                yield return new EncodedChunk("series_raw", chunkNo, hour, ChunkCodec.Encode(series, raw: true));
            }

            if (finest != SeriesResolution.Hour)
            {
                var five = series.ToDictionary(static s => s.Key, static s => RollUp.Sum(s.Value, RollUp.FiveMinutesMs));
                Add(groups, five);
                yield return new EncodedChunk("series_5m", chunkNo, hour, ChunkCodec.Encode(five, raw: false));
            }

            var hourly = series.ToDictionary(static s => s.Key, static s => RollUp.Sum(s.Value, RollUp.HourMs));
            if (finest == SeriesResolution.Hour)
            {
                Add(groups, hourly);
            }

            yield return new EncodedChunk("series_1h", chunkNo, hour, ChunkCodec.Encode(hourly, raw: false));
        }

        foreach (var kind in groups.ToSeries().GroupBy(static g => SeriesKey.SubjectOf(g.Key)))
        {
            var series = kind.ToDictionary(static g => g.Key, static g => g.Value);
            if (finest != SeriesResolution.Hour)
            {
                yield return new EncodedChunk("series_5m_sum", kind.Key, hour, ChunkCodec.Encode(series, raw: false));
            }

            var hourly = series.ToDictionary(static s => s.Key, static s => RollUp.Sum(s.Value, RollUp.HourMs));
            yield return new EncodedChunk("series_1h_sum", kind.Key, hour, ChunkCodec.Encode(hourly, raw: false));
        }
    }

    private static void Add(GroupSum groups, Dictionary<long, List<StoredPoint>> series)
    {
        foreach (var (key, points) in series)
        {
            foreach (var point in points)
            {
                groups.Add(key, point);
            }
        }
    }
}
