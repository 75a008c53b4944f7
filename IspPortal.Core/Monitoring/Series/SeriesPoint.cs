namespace IspPortal.Core.Monitoring.Series;

/// <summary>One point of a chart: the interval that ends at <paramref name="AtUtc"/>.</summary>
/// <param name="AtUtc">End of the interval.</param>
/// <param name="Average">Gauge: the mean. Counter: the mean rate in units per second over the seen part. Null is a gap: nothing was read.</param>
/// <param name="Maximum">Gauge: the largest value. Counter: the largest rate. Null in a gap.</param>
public readonly record struct SeriesPoint(DateTime AtUtc, double? Average, double? Maximum);
