using IspPortal.Core.Reporting.Dashboards;

namespace IspPortal.Tests.Reporting.Dashboards;

/// <summary>Widgets lie on twelve columns, none on another, none lower than it has to.</summary>
public sealed class ArrangingWidgetsTests
{
    [Fact]
    public void The_first_ones_fill_the_rows_from_the_left()
    {
        IReadOnlyList<DashboardWidget> widgets = [];
        foreach (var kind in new[] { WidgetKind.Number, WidgetKind.Number, WidgetKind.Chart, WidgetKind.Number })
        {
            widgets = WidgetGrid.Add(widgets, new DashboardWidget { Id = Guid.CreateVersion7(), Kind = kind });
        }

        Assert.Equal([new(0, 0, 3, 3), new(3, 0, 3, 3), new(6, 0, 6, 5), new(0, 3, 3, 3)], widgets.Select(w => w.Box));
        Assert.Empty(WidgetGrid.Misplaced(widgets));
    }

    [Fact]
    public void What_lies_where_one_is_put_goes_below_it()
    {
        var (a, b, c) = (At(0, 0, 6, 3), At(6, 0, 6, 3), At(0, 3, 12, 3));
        var moved = WidgetGrid.Put([a, b, c], b.Id, new WidgetBox(0, 0, 6, 3));
        Assert.Equal(new(0, 0, 6, 3), Of(moved, b));
        Assert.Equal(new(0, 3, 6, 3), Of(moved, a));
        Assert.Equal(new(0, 6, 12, 3), Of(moved, c));
    }

    [Fact]
    public void One_that_leaves_lets_those_below_close_up()
    {
        var (a, b) = (At(0, 0, 4, 3), At(0, 3, 4, 3));
        var moved = WidgetGrid.Put([a, b], a.Id, new WidgetBox(8, 0, 4, 3));
        Assert.Equal(new(0, 0, 4, 3), Of(moved, b));
        Assert.Equal(new(8, 0, 4, 3), Of(moved, a));
    }

    [Fact]
    public void One_is_kept_within_the_grid_and_large_enough()
    {
        var a = At(0, 0, 3, 3);
        Assert.Equal(new(9, 0, 3, 3), Of(WidgetGrid.Put([a], a.Id, new WidgetBox(11, 4, 3, 3)), a));
        Assert.Equal(new(0, 0, 2, 2), Of(WidgetGrid.Put([a], a.Id, new WidgetBox(-5, -5, 0, 0)), a));
        Assert.Equal(new(0, 0, 12, 20), Of(WidgetGrid.Put([a], a.Id, new WidgetBox(0, 0, 99, 99)), a));
    }

    [Fact]
    public void One_that_is_not_there_moves_nothing()
    {
        IReadOnlyList<DashboardWidget> widgets = [At(0, 0, 3, 3)];
        Assert.Same(widgets, WidgetGrid.Put(widgets, Guid.CreateVersion7(), new WidgetBox(5, 5, 3, 3)));
    }

    /// <summary>However people drag: nothing overlaps, nothing floats, nothing is lost.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_number_of_moves_leaves_a_proper_grid(int seed)
    {
        var chance = new Random(seed);
        IReadOnlyList<DashboardWidget> widgets = [];
        for (var n = 0; n < 18; n++)
        {
            widgets = WidgetGrid.Add(widgets, new DashboardWidget { Id = Guid.CreateVersion7(), Kind = (WidgetKind)(n % 7) });
        }

        for (var n = 0; n < 300; n++)
        {
            var id = widgets[chance.Next(widgets.Count)].Id;
            widgets = WidgetGrid.Put(widgets, id, new WidgetBox(chance.Next(-2, 14), chance.Next(0, 30), chance.Next(1, 14), chance.Next(1, 9)));
            Assert.Equal(18, widgets.Count);
            Assert.Empty(WidgetGrid.Misplaced(widgets));
            Assert.Equal(widgets.OrderBy(w => w.Id).Select(w => w.Box), WidgetGrid.Compact(widgets).OrderBy(w => w.Id).Select(w => w.Box));
        }
    }

    [Fact]
    public void One_on_another_and_one_outside_are_found()
    {
        Assert.Equal([1], WidgetGrid.Misplaced([At(0, 0, 3, 3), At(2, 2, 3, 3)]));
        Assert.Equal([0], WidgetGrid.Misplaced([At(10, 0, 3, 3)]));
    }

    private static DashboardWidget At(int x, int y, int width, int height) => new() { Id = Guid.CreateVersion7(), Kind = WidgetKind.Number, Box = new WidgetBox(x, y, width, height) };

    private static WidgetBox Of(IReadOnlyList<DashboardWidget> widgets, DashboardWidget widget) => widgets.Single(w => w.Id == widget.Id).Box;
}
