namespace IspPortal.Core.Monitoring.Series;

/// <summary>The points of one series.</summary>
/// <param name="Step">The width of each point's interval.</param>
/// <param name="Points">In time order, gaps included, so that a chart draws them as gaps.</param>
public sealed record SeriesResult(TimeSpan Step, IReadOnlyList<SeriesPoint> Points);
