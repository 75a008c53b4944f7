using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>
/// Adds up all subjects of a kind, interval by interval: counters as the sum of their rates over what was seen of each; gauges with the seen times added
/// up too, so that the mean weighs all alike. The number of the kind stands where else the subject's does.
/// </summary>
internal sealed class GroupSum(Func<long, SeriesSubject?> subjects)
{
    private readonly Dictionary<(long Key, long EndMs), Part> _parts = [];

    public static long KeyOf(SeriesSubjectKind kind, Metric metric) => SeriesKey.Of((int)kind, metric);

    /// <summary>Takes one summed point of one series.</summary>
    public void Add(long key, StoredPoint point)
    {
        if (subjects(SeriesKey.SubjectOf(key)) is not { } subject || point.SeenMs <= 0)
        {
            return;
        }

        var metric = SeriesKey.MetricOf(key);
        var of = (KeyOf(subject.Kind, metric), point.EndMs);
        ref var part = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_parts, of, out _);
        part.SeenMs = Math.Max(part.SeenMs, point.SeenMs);
        part.AllSeenMs += point.SeenMs;
        part.Sum += point.Sum;
        part.Rate += (double)point.Sum / point.SeenMs;
        part.Max = Math.Max(part.Max, point.Max);
    }

    /// <summary>The points of each group, in time order, as chunks hold them.</summary>
    public Dictionary<long, List<StoredPoint>> ToSeries()
    {
        var series = new Dictionary<long, List<StoredPoint>>();
        foreach (var ((key, endMs), part) in _parts.OrderBy(static p => p.Key.EndMs))
        {
            (series.TryGetValue(key, out var points) ? points : series[key] = []).Add(part.ToPoint(endMs, SeriesKey.IsCounter(SeriesKey.MetricOf(key))));
        }

        return series;
    }

    private struct Part
    {
        public long SeenMs;
        public long AllSeenMs;
        public long Sum;
        public double Rate;
        public long Max;

        public readonly StoredPoint ToPoint(long endMs, bool counter) => counter
            ? new StoredPoint(endMs, SeenMs, (long)Math.Round(Rate * SeenMs), (long)Math.Round(Rate * 1000))
            : new StoredPoint(endMs, AllSeenMs, Sum, Max);
    }
}
