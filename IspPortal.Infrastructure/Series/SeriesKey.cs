using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>The stored identity of a series: the subject's number and the metric in one integer. Neighbouring subjects share a chunk.</summary>
internal static class SeriesKey
{
    public const int SubjectsInChunk = 32;

    private const int MetricBits = 5;

    public static long Of(long subjectNumber, Metric metric) => (subjectNumber << MetricBits) | (uint)metric;

    public static Metric MetricOf(long key) => (Metric)(key & ((1 << MetricBits) - 1));

    public static long ChunkOf(long key) => (key >> MetricBits) / SubjectsInChunk;

    public static bool IsCounter(Metric metric) => metric is Metric.DownBytes or Metric.UpBytes or Metric.RxBytes or Metric.TxBytes;

    /// <summary>The integer that is written for a sample: counters as they are, gauges in hundredths.</summary>
    public static long Quantise(Metric metric, double value) => (long)Math.Round(IsCounter(metric) ? value : value * 100);

    /// <summary>A written sample as a point that can be summed.</summary>
    public static StoredPoint Point(Metric metric, long endMs, long intervalMs, long written) => IsCounter(metric)
        ? new StoredPoint(endMs, intervalMs, written, intervalMs > 0 ? written * 1000 / intervalMs : 0)
        : new StoredPoint(endMs, intervalMs, written * intervalMs, written);

    /// <summary>The sample that <see cref="Point"/> was made from.</summary>
    public static long Written(Metric metric, StoredPoint point) => IsCounter(metric) ? point.Sum : point.Max;
}
