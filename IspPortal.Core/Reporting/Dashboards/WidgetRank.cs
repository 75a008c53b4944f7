using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>One row of a table.</summary>
/// <param name="Kind">What kind of subject.</param>
/// <param name="Id">Which, for a link; empty where the reader may not know.</param>
/// <param name="Name">Its name; null: the reader may not know.</param>
/// <param name="Value">Counter: the growth over the range. Gauge: the mean.</param>
/// <param name="Maximum">The largest rate or value.</param>
public sealed record WidgetRank(SeriesSubjectKind Kind, Guid Id, string? Name, double Value, double Maximum);
