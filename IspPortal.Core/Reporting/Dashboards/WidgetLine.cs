using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>One series of a chart.</summary>
/// <param name="Source">What it is of.</param>
/// <param name="Label">What the legend calls it; null: the reader may not know.</param>
/// <param name="Points">Its points, gaps included.</param>
public sealed record WidgetLine(WidgetSource Source, string? Label, IReadOnlyList<SeriesPoint> Points);
