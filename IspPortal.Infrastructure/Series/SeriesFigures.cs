using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>Works out the figures of one series.</summary>
internal static class SeriesFigures
{
    private const long Percentile = 95;

    public static SeriesStatistics Of(Metric metric, IEnumerable<StoredPoint> points, long fromMs, long toMs)
    {
        var counter = SeriesKey.IsCounter(metric);
        long seen = 0;
        long? max = null;
        long sum = 0;
        var all = new List<StoredPoint>();
        foreach (var point in points)
        {
            all.Add(point);
            seen += point.SeenMs;
            sum += point.Sum;
            max = max is null ? point.Max : Math.Max(max.Value, point.Max);
        }

        var span = Math.Max(0, toMs - fromMs);
        var unseen = TimeSpan.FromMilliseconds(Math.Max(0, span - seen));
        if (max is null)
        {
            return new SeriesStatistics(null, null, null, null, TimeSpan.Zero, unseen);
        }

        var values = RollUp.Sum(all, RollUp.FiveMinutesMs).Where(static p => p.SeenMs > 0).Select(p => (Value: counter ? p.Sum * 1000.0 / p.SeenMs : p.Sum / 100.0 / p.SeenMs, p.SeenMs)).OrderBy(static v => v.Value).ToList();
        return new SeriesStatistics(
            seen == 0 ? null : counter ? sum * 1000.0 / seen : sum / 100.0 / seen,
            counter ? max : max / 100.0,
            PercentileOf(values),
            counter ? sum : null,
            TimeSpan.FromMilliseconds(seen),
            unseen);
    }

    // Each value counts by the time that it stands for: five minutes, or an hour where nothing finer is there.
    private static double? PercentileOf(List<(double Value, long SeenMs)> values)
    {
        var (all, below) = (values.Sum(static v => v.SeenMs), 0L);
        foreach (var (value, seen) in values)
        {
            below += seen;
            if (below * 100 >= all * Percentile)
            {
                return value;
            }
        }

        return values.Count == 0 ? null : values[^1].Value;
    }
}
