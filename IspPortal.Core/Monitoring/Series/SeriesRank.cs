namespace IspPortal.Core.Monitoring.Series;

/// <summary>One place in a list of the largest.</summary>
/// <param name="Subject">What of.</param>
/// <param name="Sum">Counter: the growth over the time. Gauge: the mean.</param>
/// <param name="Maximum">The largest rate or value of one stored interval.</param>
/// <param name="SeenFor">How much of the time was read.</param>
public sealed record SeriesRank(SeriesSubject Subject, double Sum, double Maximum, TimeSpan SeenFor);
