using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>What a dashboard must keep to.</summary>
public static class DashboardRules
{
    /// <summary>The longest name, heading and label.</summary>
    public const int LongestName = 80;

    /// <summary>How many widgets one may have.</summary>
    public const int MostWidgets = 40;

    /// <summary>How many series a chart may have.</summary>
    public const int MostSources = 8;

    /// <summary>How many rows a table may have.</summary>
    public const int MostRows = 50;

    /// <summary>The shortest time between two readings.</summary>
    public const int LeastRefreshSeconds = 5;

    /// <summary>The longest time between two readings.</summary>
    public const int MostRefreshSeconds = 3_600;

    private const int LongestSubject = 256;

    /// <summary>Every broken rule; the fields of a widget are <c>widgets[2].title</c>.</summary>
    public static IReadOnlyList<FieldError> Judge(SaveDashboardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (PlainText.Judge(request) is { Count: > 0 } refused)
        {
            return refused;
        }

        List<FieldError> wrong = [];
        JudgeName(request.Name, "name", required: true, wrong);
        JudgeRefresh(request.RefreshSeconds, "refreshSeconds", wrong);
        Judge(Enum.IsDefined(request.Visibility), "visibility", wrong);
        Judge(Enum.IsDefined(request.Range), "range", wrong);
        Judge(request.Roles.All(PortalRoles.Exists), "roles", wrong);
        if (request.Widgets.Count > MostWidgets)
        {
            wrong.Add(new FieldError("widgets", "dashboards.too_many_widgets", MostWidgets));
            return wrong;
        }

        Judge(request.Widgets.Select(widget => widget.Id).Distinct().Count() == request.Widgets.Count, "widgets", wrong);
        foreach (var (at, widget) in request.Widgets.Index())
        {
            wrong.AddRange(Judge(widget).Select(error => error with { Field = $"widgets[{at}].{error.Field}" }));
        }

        wrong.AddRange(WidgetGrid.Misplaced(request.Widgets).Select(at => new FieldError($"widgets[{at}].box", "dashboards.misplaced")));
        return wrong;
    }

    /// <summary>Every broken rule of one widget, wherever it lies.</summary>
    public static IReadOnlyList<FieldError> Judge(DashboardWidget widget)
    {
        ArgumentNullException.ThrowIfNull(widget);
        List<FieldError> wrong = [];
        JudgeName(widget.Title, "title", required: false, wrong);
        Judge(Enum.IsDefined(widget.Kind), "kind", wrong);
        Judge(Enum.IsDefined(widget.Summary), "summary", wrong);
        Judge(widget.Range is not { } range || Enum.IsDefined(range), "range", wrong);
        if (widget.RefreshSeconds is { } seconds)
        {
            JudgeRefresh(seconds, "refreshSeconds", wrong);
        }

        if (widget.Count is < 1 or > MostRows)
        {
            wrong.Add(new FieldError("count", "common.out_of_range", 1, MostRows));
        }

        switch (widget.Kind)
        {
            case WidgetKind.Number or WidgetKind.Gauge:
                JudgeSources(widget, 1, wrong);
                JudgeScale(widget, wrong);
                break;
            case WidgetKind.Chart:
                JudgeSources(widget, MostSources, wrong);
                break;
            case WidgetKind.Table:
                JudgeRank(widget, wrong);
                break;
            case WidgetKind.Status:
                Judge(widget.StatusOf is { } of && Enum.IsDefined(of), "statusOf", wrong);
                if (widget is { StatusOf: WidgetStatusOf.Interfaces, RouterId: null })
                {
                    wrong.Add(new FieldError("routerId", "common.required"));
                }

                break;
            default:
                break;
        }

        return wrong;
    }

    /// <summary>The unit that all of a widget's series share, or null when they do not, or there are none.</summary>
    public static MetricUnit? UnitOf(IReadOnlyList<WidgetSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var units = sources.Where(source => Enum.IsDefined(source.Metric)).Select(source => MetricCatalog.Of(source.Metric).Unit).Distinct().ToList();
        return units.Count == 1 ? units[0] : null;
    }

    private static void JudgeSources(DashboardWidget widget, int most, List<FieldError> wrong)
    {
        if (widget.Sources.Count == 0 || widget.Sources.Count > most)
        {
            wrong.Add(widget.Sources.Count == 0 ? new FieldError("sources", "common.required") : new FieldError("sources", "dashboards.too_many_series", most));
            return;
        }

        foreach (var source in widget.Sources)
        {
            if (!Enum.IsDefined(source.Metric) || !MetricCatalog.Of(source.Metric).Subjects.Contains(source.Kind))
            {
                wrong.Add(new FieldError("sources", "dashboards.no_such_figure"));
                return;
            }

            if ((source.Kind != SeriesSubjectKind.Network && source.Id == Guid.Empty) || (HasName(source.Kind) && string.IsNullOrWhiteSpace(source.Name)))
            {
                wrong.Add(new FieldError("sources", "common.required"));
                return;
            }

            if (source.Name.Length > LongestSubject || source.Label?.Length > LongestName)
            {
                wrong.Add(new FieldError("sources", "common.too_long", LongestName));
                return;
            }
        }

        if (UnitOf(widget.Sources) is null)
        {
            wrong.Add(new FieldError("sources", "dashboards.one_unit"));
        }

        if (widget is { Kind: WidgetKind.Number, Summary: WidgetSummary.Sum } && MetricCatalog.Of(widget.Sources[0].Metric).Kind != MetricKind.Counter)
        {
            wrong.Add(new FieldError("summary", "dashboards.no_sum"));
        }
    }

    private static void JudgeScale(DashboardWidget widget, List<FieldError> wrong)
    {
        double?[] figures = [widget.Warning, widget.Critical, widget.Least, widget.Most];
        if (figures.Any(figure => figure is { } known && !double.IsFinite(known)) || (widget.Kind == WidgetKind.Gauge && widget.Most <= widget.Least))
        {
            wrong.Add(new FieldError("most", "dashboards.no_scale"));
        }
    }

    private static void JudgeRank(DashboardWidget widget, List<FieldError> wrong)
    {
        if (widget is not { RankOf: { } kind, RankBy: { } metric })
        {
            wrong.Add(new FieldError("rankBy", "common.required"));
        }
        else if (!Enum.IsDefined(metric) || !MetricCatalog.Of(metric).Subjects.Contains(kind) || kind == SeriesSubjectKind.Network)
        {
            wrong.Add(new FieldError("rankBy", "dashboards.no_such_figure"));
        }
    }

    /// <summary>Whether a subject of that kind is a part of a router and has a name beside its id.</summary>
    public static bool HasName(SeriesSubjectKind kind) => kind is SeriesSubjectKind.Interface or SeriesSubjectKind.Probe or SeriesSubjectKind.WirelessClient or SeriesSubjectKind.Pool or SeriesSubjectKind.Dialer;

    private static void JudgeName(string name, string field, bool required, List<FieldError> wrong)
    {
        if (required && string.IsNullOrWhiteSpace(name))
        {
            wrong.Add(new FieldError(field, "common.required"));
        }
        else if (name.Trim().Length > LongestName)
        {
            wrong.Add(new FieldError(field, "common.too_long", LongestName));
        }
    }

    private static void JudgeRefresh(int seconds, string field, List<FieldError> wrong)
    {
        if (seconds is < LeastRefreshSeconds or > MostRefreshSeconds)
        {
            wrong.Add(new FieldError(field, "common.out_of_range", LeastRefreshSeconds, MostRefreshSeconds));
        }
    }

    private static void Judge(bool holds, string field, List<FieldError> wrong)
    {
        if (!holds)
        {
            wrong.Add(new FieldError(field, "common.not_allowed"));
        }
    }
}
