namespace IspPortal.Infrastructure.Series;

/// <summary>Sums points into wider intervals. A point belongs where it ends; an interval owns its end, not its start.</summary>
internal static class RollUp
{
    public const long FiveMinutesMs = 300_000;
    public const long HourMs = 3_600_000;

    /// <summary>The end of the interval of width <paramref name="widthMs"/> in which <paramref name="endMs"/> lies.</summary>
    public static long BucketEnd(long endMs, long widthMs) => (((endMs - 1) / widthMs) + 1) * widthMs;

    /// <summary>The hour (since 1970) that owns a point ending at <paramref name="endMs"/>.</summary>
    public static long HourOf(long endMs) => (endMs - 1) / HourMs;

    public static List<StoredPoint> Sum(IEnumerable<StoredPoint> points, long widthMs)
    {
        var buckets = new SortedDictionary<long, StoredPoint>();
        foreach (var point in points)
        {
            var end = BucketEnd(point.EndMs, widthMs);
            buckets[end] = buckets.TryGetValue(end, out var sum)
                ? new StoredPoint(end, sum.SeenMs + point.SeenMs, sum.Sum + point.Sum, Math.Max(sum.Max, point.Max))
                : point with { EndMs = end };
        }

        return [.. buckets.Values];
    }
}
