using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>One figure over one interval: a counter's growth, or a gauge's value.</summary>
internal readonly record struct SeriesSample(SeriesSubject Subject, Metric Metric, double Value, TimeSpan Interval);
