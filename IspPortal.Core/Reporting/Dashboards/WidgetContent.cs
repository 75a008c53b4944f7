using IspPortal.Core.Alerts;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>What a widget shows; of its parts only those of its kind are there.</summary>
/// <param name="FromUtc">From when.</param>
/// <param name="ToUtc">Until when: the moment it was read.</param>
public sealed record WidgetContent(DateTime FromUtc, DateTime ToUtc)
{
    /// <summary>Of a number and a gauge.</summary>
    public WidgetFigure? Figure { get; init; }

    /// <summary>Of a chart: its series in their order; of a number the trend.</summary>
    public IReadOnlyList<WidgetLine> Lines { get; init; } = [];

    /// <summary>Of a table.</summary>
    public IReadOnlyList<WidgetRank> Ranks { get; init; } = [];

    /// <summary>Of a map: routers that have a place.</summary>
    public IReadOnlyList<WidgetPlace> Places { get; init; } = [];

    /// <summary>Of a map: outages that are open, the largest first.</summary>
    public IReadOnlyList<WidgetOutage> Outages { get; init; } = [];

    /// <summary>Of a status.</summary>
    public IReadOnlyList<WidgetState> States { get; init; } = [];

    /// <summary>Of a list of alerts, the newest first.</summary>
    public IReadOnlyList<AlertRow> Alerts { get; init; } = [];

    /// <summary>Of a list of alerts: how many there are in all.</summary>
    public long AlertCount { get; init; }
}
