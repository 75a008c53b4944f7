namespace IspPortal.Core.Monitoring.Series;

/// <summary>One series over a time, in figures. Rates are in units per second; all are null when nothing was read.</summary>
/// <param name="Average">Counter: mean rate over the seen part. Gauge: mean, weighted by time.</param>
/// <param name="Maximum">Counter: the largest rate of one stored interval. Gauge: the largest value.</param>
/// <param name="Percentile95">The value or rate under which 95 % of the five-minute intervals lie (nearest rank over those seen), as burstable billing counts it.</param>
/// <param name="Sum">Counter: the exact growth. Null for a gauge.</param>
/// <param name="SeenFor">How much of the time was read.</param>
/// <param name="UnseenFor">How much was not.</param>
public sealed record SeriesStatistics(double? Average, double? Maximum, double? Percentile95, double? Sum, TimeSpan SeenFor, TimeSpan UnseenFor);
