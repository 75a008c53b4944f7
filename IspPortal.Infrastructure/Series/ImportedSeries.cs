using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>The past of one series. With <see cref="SeriesResolution.Raw"/> each point's <see cref="StoredPoint.Sum"/> is the sample itself (gauges × 100).</summary>
internal sealed record ImportedSeries(SeriesSubject Subject, Metric Metric, IReadOnlyList<StoredPoint> Points);
