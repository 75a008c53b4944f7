using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Reporting.Dashboards;

namespace IspPortal.Web.Features.Dashboards.Api;

/// <summary>One widget; which of its properties count, its kind says.</summary>
/// <param name="Id">Its id, unique on the dashboard; null: the portal makes one.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its heading, or null.</param>
/// <param name="Box">Where it lies.</param>
/// <param name="Sources">The series of a number, gauge or chart.</param>
/// <param name="Summary">How the range becomes a number.</param>
/// <param name="RankOf">Of a table: the largest of which kind.</param>
/// <param name="RankBy">Of a table: by which figure.</param>
/// <param name="RouterId">Of a table: only what this router told; of a status of interfaces: whose.</param>
/// <param name="Count">Rows of a table or a list of alerts, 1–50.</param>
/// <param name="Warning">From here on it is a warning; bits per second for bytes.</param>
/// <param name="Critical">From here on it is bad.</param>
/// <param name="Least">Of a gauge: where its scale begins.</param>
/// <param name="Most">Of a gauge: where its scale ends.</param>
/// <param name="StatusOf">Whose state a status shows.</param>
/// <param name="Range">A range of its own, or null.</param>
/// <param name="RefreshSeconds">A pace of its own, or null.</param>
/// <param name="NamesPeople">Whether public links show names of customers in it.</param>
internal sealed record WidgetBody(
    Guid? Id = null,
    WidgetKind Kind = WidgetKind.Number,
    string? Title = null,
    WidgetBoxBody? Box = null,
    IReadOnlyList<WidgetSourceBody>? Sources = null,
    WidgetSummary Summary = WidgetSummary.Latest,
    SeriesSubjectKind? RankOf = null,
    Metric? RankBy = null,
    Guid? RouterId = null,
    int? Count = null,
    double? Warning = null,
    double? Critical = null,
    double? Least = null,
    double? Most = null,
    WidgetStatusOf? StatusOf = null,
    DashboardRange? Range = null,
    int? RefreshSeconds = null,
    bool NamesPeople = false)
{
    public static WidgetBody Of(DashboardWidget widget) => new(
        widget.Id, widget.Kind, widget.Title, new WidgetBoxBody(widget.Box.X, widget.Box.Y, widget.Box.Width, widget.Box.Height),
        [.. widget.Sources.Select(source => new WidgetSourceBody(source.Kind, source.Kind == SeriesSubjectKind.Network ? null : source.Id, source.Name.Length == 0 ? null : source.Name, source.Metric, source.Label))],
        widget.Summary, widget.RankOf, widget.RankBy, widget.RouterId, widget.Count, widget.Warning, widget.Critical, widget.Least, widget.Most, widget.StatusOf, widget.Range, widget.RefreshSeconds, widget.NamesPeople);

    public DashboardWidget ToWidget(TimeProvider clock) => new()
    {
        Id = Id ?? Ids.New(clock),
        Kind = Kind,
        Title = Title ?? "",
        Box = Box is { } box ? new WidgetBox(box.X, box.Y, box.Width, box.Height) : new WidgetBox(0, 0, 3, 3),
        Sources = [.. (Sources ?? []).OfType<WidgetSourceBody>().Select(source => new WidgetSource(source.Kind, source.Id ?? Guid.Empty, source.Name ?? "", source.Metric, source.Label))],
        Summary = Summary,
        RankOf = RankOf,
        RankBy = RankBy,
        RouterId = RouterId,
        Count = Count ?? 10,
        Warning = Warning,
        Critical = Critical,
        Least = Least ?? 0,
        Most = Most ?? 100,
        StatusOf = StatusOf,
        Range = Range,
        RefreshSeconds = RefreshSeconds,
        NamesPeople = NamesPeople,
    };
}
