using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Web.Features.Monitoring.Api;

/// <summary>The points of one series, gaps included.</summary>
/// <param name="Subject">As asked.</param>
/// <param name="Metric">Which figure.</param>
/// <param name="Unit">Unit of average and maximum: bytesPerSecond, packetsPerSecond, perSecond, percent, sessions, degreesCelsius, volts, seconds, milliseconds or dBm.</param>
/// <param name="FromUtc">Start, inclusive.</param>
/// <param name="ToUtc">End, exclusive.</param>
/// <param name="StepSeconds">Width of each point's interval.</param>
/// <param name="Points">In time order; null figures are gaps: nothing was read.</param>
internal sealed record SeriesResource(
    string Subject,
    Metric Metric,
    string Unit,
    DateTime FromUtc,
    DateTime ToUtc,
    double StepSeconds,
    IReadOnlyList<SeriesPoint> Points)
{
    public static string UnitOf(Metric metric) => (MetricCatalog.Of(metric).Unit, MetricCatalog.Of(metric).Kind) switch
    {
        _ when metric == Metric.Sessions => "sessions",
        (MetricUnit.Bytes, _) => "bytesPerSecond",
        (MetricUnit.Packets, _) => "packetsPerSecond",
        (MetricUnit.Count, MetricKind.Counter) => "perSecond",
        (MetricUnit.Count, _) => "count",
        (MetricUnit.Percent, _) => "percent",
        (MetricUnit.Celsius, _) => "degreesCelsius",
        (MetricUnit.Volts, _) => "volts",
        (MetricUnit.Seconds, _) => "seconds",
        (MetricUnit.Milliseconds, _) => "milliseconds",
        (MetricUnit.Dbm, _) => "dBm",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "A metric without a unit"),
    };
}
