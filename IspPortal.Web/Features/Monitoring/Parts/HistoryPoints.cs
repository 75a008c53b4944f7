using IspPortal.Web.Shared.Charts;

namespace IspPortal.Web.Features.Monitoring.Parts;

/// <summary>What a chart of history shows.</summary>
/// <param name="Step">The width of each point.</param>
/// <param name="Points">In time order, gaps included.</param>
internal sealed record HistoryPoints(TimeSpan Step, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>Whether anything was read in the stretch itself.</summary>
    public bool HasAny(int metrics) => Points.Any(point => point.Values.Take(metrics).Any(value => value is not null));
}
