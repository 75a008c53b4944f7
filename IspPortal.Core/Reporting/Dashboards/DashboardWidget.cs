using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>One widget of a dashboard. Which of its properties count, its kind says.</summary>
public sealed record DashboardWidget
{
    /// <summary>Its id, unique on the dashboard.</summary>
    public Guid Id { get; init; }

    /// <summary>What it is.</summary>
    public WidgetKind Kind { get; init; }

    /// <summary>Its heading, up to 80 characters; empty: the kind's own word.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where it lies.</summary>
    public WidgetBox Box { get; init; } = new(0, 0, 3, 2);

    /// <summary>The series: one of a number and a gauge, up to <see cref="DashboardRules.MostSources"/> of one unit of a chart.</summary>
    public IReadOnlyList<WidgetSource> Sources { get; init; } = [];

    /// <summary>How the range becomes a number.</summary>
    public WidgetSummary Summary { get; init; }

    /// <summary>Of a table: the largest of which kind.</summary>
    public SeriesSubjectKind? RankOf { get; init; }

    /// <summary>Of a table: by which figure.</summary>
    public Metric? RankBy { get; init; }

    /// <summary>Of a table: only what this router told; of a status of interfaces: whose.</summary>
    public Guid? RouterId { get; init; }

    /// <summary>How many rows a table or a list of alerts has, 1–50.</summary>
    public int Count { get; init; } = 10;

    /// <summary>Of a number and a gauge: from here on it is a warning; null: never. Where it is above <see cref="Critical"/>, less is worse.</summary>
    public double? Warning { get; init; }

    /// <summary>From here on it is bad; null: never.</summary>
    public double? Critical { get; init; }

    /// <summary>Of a gauge: where its scale begins.</summary>
    public double Least { get; init; }

    /// <summary>Of a gauge: where its scale ends; more than <see cref="Least"/>.</summary>
    public double Most { get; init; } = 100;

    /// <summary>Whose state a status shows.</summary>
    public WidgetStatusOf? StatusOf { get; init; }

    /// <summary>A range of its own; null: the dashboard's.</summary>
    public DashboardRange? Range { get; init; }

    /// <summary>Read anew after so many seconds; null: as the dashboard.</summary>
    public int? RefreshSeconds { get; init; }

    /// <summary>Whether a public link shows the names of customers and their lines in it. Staff see them by their permissions.</summary>
    public bool NamesPeople { get; init; }
}
