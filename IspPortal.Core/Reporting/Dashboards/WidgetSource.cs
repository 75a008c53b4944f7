using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>One series that a widget shows.</summary>
/// <param name="Kind">The kind of its subject.</param>
/// <param name="Id">The subject; the router's where the subject is a part of one, empty for the network.</param>
/// <param name="Name">The interface's, pool's or target's name; empty where the id says it all.</param>
/// <param name="Metric">Which figure.</param>
/// <param name="Label">What the legend says, up to 80 characters; null: the subject's own name.</param>
public sealed record WidgetSource(SeriesSubjectKind Kind, Guid Id, string Name, Metric Metric, string? Label = null)
{
    /// <summary>What it speaks of.</summary>
    public SeriesSubject Subject => new(Kind, Id, Name);
}
