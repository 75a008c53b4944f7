namespace IspPortal.Core.Monitoring.Series;

/// <summary>Which points are wanted.</summary>
/// <param name="Subject">What of.</param>
/// <param name="Metric">Which figure.</param>
/// <param name="FromUtc">Start, inclusive.</param>
/// <param name="ToUtc">End, exclusive.</param>
/// <param name="MaxPoints">As many points as the chart has pixels, 1–5,000; the store chooses the step.</param>
public sealed record SeriesQuery(SeriesSubject Subject, Metric Metric, DateTime FromUtc, DateTime ToUtc, int MaxPoints);
