using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Reporting.Dashboards;

namespace IspPortal.Tests.Reporting.Dashboards;

/// <summary>What may be saved.</summary>
public sealed class JudgingDashboardsTests
{
    private static readonly WidgetSource Down = new(SeriesSubjectKind.Network, Guid.Empty, "", Metric.DownBytes);

    [Fact]
    public void One_of_each_kind_holds() => Assert.Empty(DashboardRules.Judge(new SaveDashboardRequest
    {
        Name = "Siang",
        Widgets =
        [
            .. new DashboardWidget[]
            {
                new() { Kind = WidgetKind.Number, Sources = [Down], Summary = WidgetSummary.Sum },
                new() { Kind = WidgetKind.Chart, Sources = [Down, Down with { Metric = Metric.UpBytes }] },
                new() { Kind = WidgetKind.Table, RankOf = SeriesSubjectKind.Access, RankBy = Metric.DownBytes },
                new() { Kind = WidgetKind.Map },
                new() { Kind = WidgetKind.Gauge, Sources = [new(SeriesSubjectKind.Router, Guid.CreateVersion7(), "", Metric.CpuPercent)], Warning = 70, Critical = 90 },
                new() { Kind = WidgetKind.Status, StatusOf = WidgetStatusOf.Jobs },
                new() { Kind = WidgetKind.Alerts },
            }.Aggregate((IReadOnlyList<DashboardWidget>)[], (all, one) => WidgetGrid.Add(all, one with { Id = Guid.CreateVersion7() })),
        ],
    }));

    [Fact]
    public void What_is_wrong_is_said_at_its_field()
    {
        Assert.Contains(Judge(new SaveDashboardRequest()), error => error is ("name", "common.required"));
        Assert.Contains(Judge(new SaveDashboardRequest { Name = "a\0b" }), error => error is ("name", "common.control_characters"));
        Assert.Contains(Judge(new SaveDashboardRequest { Name = "A", RefreshSeconds = 1 }), error => error is ("refreshSeconds", "common.out_of_range"));
        Assert.Contains(Judge(new SaveDashboardRequest { Name = "A", Roles = ["King"] }), error => error is ("roles", "common.not_allowed"));
        Assert.Contains(Judge(With(new DashboardWidget { Kind = WidgetKind.Number })), error => error is ("widgets[0].sources", "common.required"));
        Assert.Contains(Judge(With(new DashboardWidget { Kind = WidgetKind.Number, Title = "a\0", Sources = [Down] })), error => error is ("widgets[0].title", "common.control_characters"));
        Assert.Contains(Judge(With(new DashboardWidget { Kind = WidgetKind.Number, Sources = [Down with { Metric = Metric.CpuPercent }] })), error => error is ("widgets[0].sources", "dashboards.no_such_figure"));
        Assert.Contains(Judge(With(new DashboardWidget { Kind = WidgetKind.Number, Sources = [Down, Down] })), error => error is ("widgets[0].sources", "dashboards.too_many_series"));
        Assert.Contains(Judge(With(new DashboardWidget { Kind = WidgetKind.Chart, Sources = [Down, Down with { Metric = Metric.Sessions }] })), error => error is ("widgets[0].sources", "dashboards.one_unit"));
        Assert.Contains(Judge(With(new DashboardWidget { Kind = WidgetKind.Number, Sources = [Down with { Metric = Metric.Sessions }], Summary = WidgetSummary.Sum })), error => error is ("widgets[0].summary", "dashboards.no_sum"));
        Assert.Contains(Judge(With(new DashboardWidget { Kind = WidgetKind.Gauge, Sources = [Down], Least = 5, Most = 5 })), error => error is ("widgets[0].most", "dashboards.no_scale"));
        Assert.Contains(Judge(With(new DashboardWidget { Kind = WidgetKind.Table })), error => error is ("widgets[0].rankBy", "common.required"));
        Assert.Contains(Judge(With(new DashboardWidget { Kind = WidgetKind.Status, StatusOf = WidgetStatusOf.Interfaces })), error => error is ("widgets[0].routerId", "common.required"));
        Assert.Contains(Judge(With(new DashboardWidget { Kind = WidgetKind.Map, Box = new(0, 0, 13, 3) })), error => error is ("widgets[0].box", "dashboards.misplaced"));
    }

    private static SaveDashboardRequest With(DashboardWidget widget) => new() { Name = "A", Widgets = [widget with { Id = Guid.CreateVersion7(), Box = widget.Box.Width == 3 ? new(0, 0, 3, 3) : widget.Box }] };

    private static IEnumerable<(string Field, string Code)> Judge(SaveDashboardRequest request) => DashboardRules.Judge(request).Select((FieldError error) => (error.Field, error.Code));
}
