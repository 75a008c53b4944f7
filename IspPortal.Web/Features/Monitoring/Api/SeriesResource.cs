using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Web.Features.Monitoring.Api;

/// <summary>The points of one series, gaps included.</summary>
/// <param name="Subject">As asked.</param>
/// <param name="Metric">Which figure.</param>
/// <param name="Unit">Unit of average and maximum: bytesPerSecond, percent, sessions, degreesCelsius or volts.</param>
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
    public static string UnitOf(Metric metric) => metric switch
    {
        Metric.DownBytes or Metric.UpBytes or Metric.RxBytes or Metric.TxBytes => "bytesPerSecond",
        Metric.CpuPercent or Metric.MemoryPercent => "percent",
        Metric.Sessions => "sessions",
        Metric.TemperatureCelsius => "degreesCelsius",
        Metric.VoltageVolts => "volts",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "A metric without a unit"),
    };
}
