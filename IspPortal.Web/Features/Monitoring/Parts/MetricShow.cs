using IspPortal.Core.Monitoring.Series;
using IspPortal.Web.Shared.Charts;

namespace IspPortal.Web.Features.Monitoring.Parts;

/// <summary>How a metric is shown.</summary>
internal static class MetricShow
{
    private const double BitsPerByte = 8;

    /// <summary>What its stored figures are multiplied with.</summary>
    public static double ScaleOf(Metric metric) => MetricCatalog.Of(metric).Unit == MetricUnit.Bytes ? BitsPerByte : 1;

    public static ChartUnit UnitOf(Metric metric) => MetricCatalog.Of(metric).Unit switch
    {
        MetricUnit.Bytes => ChartUnit.BitsPerSecond,
        MetricUnit.Percent => ChartUnit.Percent,
        MetricUnit.Celsius => ChartUnit.Celsius,
        MetricUnit.Volts => ChartUnit.Volts,
        MetricUnit.Milliseconds => ChartUnit.Milliseconds,
        MetricUnit.Dbm => ChartUnit.Dbm,
        _ => ChartUnit.Count,
    };

    public static ChartColour ColourOf(Metric metric, int place) => metric switch
    {
        Metric.DownBytes or Metric.RxBytes => ChartColour.Down,
        Metric.UpBytes or Metric.TxBytes => ChartColour.Up,
        _ => place == 0 ? ChartColour.Single : ChartColour.Second,
    };

    /// <summary>The figures of a router that are kept over time, one chart each; how long it runs and how often it refused somebody are told elsewhere.</summary>
    public static IReadOnlyList<Metric> OfRouters { get; } =
    [
        .. MetricCatalog.All.Where(m => m.Kind == MetricKind.Gauge && m.Subjects.Contains(SeriesSubjectKind.Router) && m.Metric != Metric.UptimeSeconds).Select(m => m.Metric),
    ];
}
