namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>Where widgets may lie: none on another, none outside, and none lower than it has to.</summary>
public static class WidgetGrid
{
    /// <summary>How many columns the grid has.</summary>
    public const int Columns = 12;

    /// <summary>How high a widget may be.</summary>
    public const int MostHeight = 20;

    /// <summary>How large a widget must at least be to show what it is for.</summary>
    public static (int Width, int Height) SmallestOf(WidgetKind kind) => kind switch
    {
        WidgetKind.Number or WidgetKind.Gauge => (2, 2),
        WidgetKind.Status or WidgetKind.Alerts or WidgetKind.Table => (3, 3),
        _ => (3, 3),
    };

    /// <summary>How large a new widget is.</summary>
    public static (int Width, int Height) UsualOf(WidgetKind kind) => kind switch
    {
        WidgetKind.Number or WidgetKind.Gauge => (3, 3),
        WidgetKind.Chart => (6, 5),
        WidgetKind.Map => (6, 6),
        _ => (4, 5),
    };

    /// <summary>The box within the grid and not smaller than the kind needs.</summary>
    public static WidgetBox Fit(WidgetKind kind, WidgetBox box)
    {
        ArgumentNullException.ThrowIfNull(box);
        var (leastWidth, leastHeight) = SmallestOf(kind);
        var (width, height) = (Math.Clamp(box.Width, leastWidth, Columns), Math.Clamp(box.Height, leastHeight, MostHeight));
        return new WidgetBox(Math.Clamp(box.X, 0, Columns - width), Math.Max(0, box.Y), width, height);
    }

    /// <summary>Every widget as far up as it goes; their order of reading stays.</summary>
    public static IReadOnlyList<DashboardWidget> Compact(IReadOnlyList<DashboardWidget> widgets)
    {
        List<DashboardWidget> placed = [];
        foreach (var widget in InOrder(widgets))
        {
            var box = widget.Box;
            while (box.Y > 0 && !Hits(placed, box with { Y = box.Y - 1 }))
            {
                box = box with { Y = box.Y - 1 };
            }

            placed.Add(Down(widget with { Box = box }, placed));
        }

        return placed;
    }

    /// <summary>One widget moved or resized; whatever lay there goes below it, and all close up.</summary>
    public static IReadOnlyList<DashboardWidget> Put(IReadOnlyList<DashboardWidget> widgets, Guid id, WidgetBox box)
    {
        ArgumentNullException.ThrowIfNull(widgets);
        if (widgets.FirstOrDefault(widget => widget.Id == id) is not { } moved)
        {
            return widgets;
        }

        moved = moved with { Box = Fit(moved.Kind, box) };
        List<DashboardWidget> placed = [moved];
        foreach (var widget in InOrder([.. widgets.Where(widget => widget.Id != id)]))
        {
            placed.Add(Down(widget, placed));
        }

        return Compact(placed);
    }

    /// <summary>One more widget, at the first place that has room.</summary>
    public static IReadOnlyList<DashboardWidget> Add(IReadOnlyList<DashboardWidget> widgets, DashboardWidget added)
    {
        ArgumentNullException.ThrowIfNull(widgets);
        ArgumentNullException.ThrowIfNull(added);
        var (width, height) = UsualOf(added.Kind);
        for (var y = 0; ; y++)
        {
            for (var x = 0; x <= Columns - width; x++)
            {
                var box = new WidgetBox(x, y, width, height);
                if (!Hits(widgets, box))
                {
                    return Compact([.. widgets, added with { Box = box }]);
                }
            }
        }
    }

    /// <summary>Which widgets lie wrong: their places in the list.</summary>
    public static IReadOnlyList<int> Misplaced(IReadOnlyList<DashboardWidget> widgets) =>
    [
        .. widgets.Index().Where(at => at.Item.Box != Fit(at.Item.Kind, at.Item.Box) || widgets.Take(at.Index).Any(before => before.Box.Overlaps(at.Item.Box))).Select(at => at.Index),
    ];

    private static IEnumerable<DashboardWidget> InOrder(IReadOnlyList<DashboardWidget> widgets) => widgets.OrderBy(widget => widget.Box.Y).ThenBy(widget => widget.Box.X);

    private static bool Hits(IReadOnlyList<DashboardWidget> placed, WidgetBox box) => placed.Any(widget => widget.Box.Overlaps(box));

    private static DashboardWidget Down(DashboardWidget widget, IReadOnlyList<DashboardWidget> placed)
    {
        var box = widget.Box;
        while (Hits(placed, box))
        {
            box = box with { Y = box.Y + 1 };
        }

        return widget with { Box = box };
    }
}
