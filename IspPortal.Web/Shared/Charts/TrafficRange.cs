namespace IspPortal.Web.Shared.Charts;

/// <summary>The traffic of one subject over a range.</summary>
/// <param name="Step">The width of each point.</param>
/// <param name="Points">Down and up in bits per second; null is a gap.</param>
/// <param name="PeakDownBitsPerSecond">The largest rate, or null when nothing was read.</param>
/// <param name="PeakUpBitsPerSecond">Likewise.</param>
internal sealed record TrafficRange(TimeSpan Step, IReadOnlyList<ChartPoint> Points, long? PeakDownBitsPerSecond, long? PeakUpBitsPerSecond);
