namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>One figure and the one of the range before. Rates are per second; null is unknown, never zero.</summary>
/// <param name="Current">The figure of the range.</param>
/// <param name="Previous">The same figure of the range of the same length before it.</param>
/// <param name="AtUtc">Of the latest value: when it was read; null otherwise.</param>
/// <param name="SeenFor">How much of the range was read; null where that does not matter.</param>
public sealed record WidgetFigure(double? Current, double? Previous, DateTime? AtUtc, TimeSpan? SeenFor)
{
    /// <summary>By how many percent it changed; null where one of them is unknown or the one before was zero.</summary>
    public double? ChangePercent => Current is { } now && Previous is { } before && before != 0 ? (now - before) / Math.Abs(before) * 100 : null;
}
