using System.Collections.Frozen;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>
/// The stored identity of a series: the subject's number and the metric in one integer. Neighbouring subjects share a chunk. Seven bits for the metric:
/// as many as a difference of neighbours in one byte allows.
/// </summary>
internal static class SeriesKey
{
    public const int SubjectsInChunk = 32;

    private const int MetricBits = 7;
    private const int MetricBitsBefore = 5;

    private static readonly FrozenSet<Metric> Counters =
        MetricCatalog.All.Where(static d => d.Kind == MetricKind.Counter).Select(static d => d.Metric).ToFrozenSet();

    public static long Of(long subjectNumber, Metric metric) => (subjectNumber << MetricBits) | (uint)metric;

    public static Metric MetricOf(long key) => (Metric)(key & ((1 << MetricBits) - 1));

    public static long SubjectOf(long key) => key >> MetricBits;

    public static long ChunkOf(long key) => ChunkOfSubject(SubjectOf(key));

    public static long ChunkOfSubject(long subjectNumber) => subjectNumber / SubjectsInChunk;

    /// <summary>What a key means that was written when a metric had five bits.</summary>
    public static long FromBefore(long key) => Of(key >> MetricBitsBefore, (Metric)(key & ((1 << MetricBitsBefore) - 1)));

    public static bool IsCounter(Metric metric) => Counters.Contains(metric);

    /// <summary>The integer that is written for a sample: counters as they are, gauges in hundredths.</summary>
    public static long Quantise(Metric metric, double value) => (long)Math.Round(IsCounter(metric) ? value : value * 100);

    /// <summary>A written sample as a point that can be summed.</summary>
    public static StoredPoint Point(Metric metric, long endMs, long intervalMs, long written) => IsCounter(metric)
        ? new StoredPoint(endMs, intervalMs, written, intervalMs > 0 ? written * 1000 / intervalMs : 0)
        : new StoredPoint(endMs, intervalMs, written * intervalMs, written);

    /// <summary>The sample that <see cref="Point"/> was made from.</summary>
    public static long Written(Metric metric, StoredPoint point) => IsCounter(metric) ? point.Sum : point.Max;
}
