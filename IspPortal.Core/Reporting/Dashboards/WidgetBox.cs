namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>Where a widget lies on the grid of <see cref="WidgetGrid.Columns"/> columns; rows have no end.</summary>
/// <param name="X">Its first column, from 0.</param>
/// <param name="Y">Its first row, from 0.</param>
/// <param name="Width">How many columns.</param>
/// <param name="Height">How many rows.</param>
public sealed record WidgetBox(int X, int Y, int Width, int Height)
{
    /// <summary>Whether they share a cell.</summary>
    public bool Overlaps(WidgetBox other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
    }
}
