using System.Runtime.InteropServices;

namespace IspPortal.Infrastructure.Series;

/// <summary>One hour of one source that is not packed yet, in five-minute sums.</summary>
internal sealed class OpenHour(Guid sourceId, long hour)
{
    private const int Parts = (int)(RollUp.HourMs / RollUp.FiveMinutesMs);

    private readonly Dictionary<long, StoredPoint[]> _series = [];

    public Guid SourceId => sourceId;

    public long Hour => hour;

    public int Rows { get; private set; }

    public long LastMs { get; private set; }

    /// <summary>What the journal says beyond the samples, with its moment.</summary>
    public List<(CounterEntry<long> Entry, long AtMs)> Entries { get; } = [];

    public void Add(long atMs, ReadOnlySpan<byte> payload)
    {
        var row = JournalCodec.Decode(payload, atMs, Add);
        foreach (var entry in row?.Entries ?? [])
        {
            if (entry.MoreDownBytes != 0 || entry.MoreUpBytes != 0 || entry.UnseenMs != 0)
            {
                Entries.Add((entry, atMs));
            }
        }

        Rows++;
        LastMs = atMs;
    }

    /// <summary>Every five-minute sum of every series.</summary>
    public IEnumerable<(long Key, StoredPoint Point)> Points()
    {
        foreach (var (key, parts) in _series)
        {
            foreach (var point in parts)
            {
                if (point.SeenMs > 0)
                {
                    yield return (key, point);
                }
            }
        }
    }

    /// <summary>The five-minute sums of one series.</summary>
    public IEnumerable<StoredPoint> PointsOf(long key) => _series.TryGetValue(key, out var parts) ? parts.Where(static p => p.SeenMs > 0) : [];

    private void Add(long key, StoredPoint point)
    {
        ref var parts = ref CollectionsMarshal.GetValueRefOrAddDefault(_series, key, out var known);
        if (!known)
        {
            parts = new StoredPoint[Parts];
        }

        var index = (int)((point.EndMs - 1 - (hour * RollUp.HourMs)) / RollUp.FiveMinutesMs);
        ref var part = ref parts![index];
        part = part.SeenMs == 0
            ? point with { EndMs = RollUp.BucketEnd(point.EndMs, RollUp.FiveMinutesMs) }
            : new StoredPoint(part.EndMs, part.SeenMs + point.SeenMs, part.Sum + point.Sum, Math.Max(part.Max, point.Max));
    }
}
