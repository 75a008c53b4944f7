using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>The sums of several sources over the same intervals, as the points of one chart.</summary>
internal sealed class GroupTotal(Metric metric, long fromMs, long toMs, long widthMs)
{
    private readonly bool _counter = SeriesKey.IsCounter(metric);
    private readonly SortedDictionary<long, (double Value, double Weight, double Max)> _intervals = [];

    public void Add(StoredPoint point)
    {
        if (point.EndMs <= fromMs || point.EndMs > RollUp.BucketEnd(toMs, widthMs) || point.SeenMs <= 0)
        {
            return;
        }

        var (value, weight, max) = _intervals.GetValueOrDefault(point.EndMs);
        _intervals[point.EndMs] = _counter
            ? (value + (point.Sum * 1000.0 / point.SeenMs), 1, max + point.Max)
            : (value + (point.Sum / 100.0), weight + point.SeenMs, Math.Max(max, point.Max / 100.0));
    }

    public List<SeriesPoint> ToPoints(long startMs, long stepMs, int count)
    {
        var sums = new double[count];
        var weights = new double[count];
        var maxima = new double?[count];
        foreach (var (endMs, (value, weight, max)) in _intervals)
        {
            var index = (endMs - 1 - startMs) / stepMs;
            if (index >= 0 && index < count)
            {
                sums[index] += value;
                weights[index] += weight;
                maxima[index] = maxima[index] is { } before ? Math.Max(before, max) : max;
            }
        }

        return [.. Enumerable.Range(0, count).Select(i => new SeriesPoint(
            DateTime.UnixEpoch.AddMilliseconds(startMs + ((i + 1) * stepMs)), weights[i] > 0 ? sums[i] / weights[i] : null, maxima[i]))];
    }
}
