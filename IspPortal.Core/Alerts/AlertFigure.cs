using System.Globalization;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Alerts;

/// <summary>Figures of rules and incidents with their unit.</summary>
public static class AlertFigure
{
    /// <summary>The figure as a reader of that culture writes it.</summary>
    public static string Write(double value, Metric? metric, AlertUnit unit, CultureInfo culture) => unit switch
    {
        AlertUnit.Percent => value.ToString("0.#", culture) + " %",
        AlertUnit.Plain => value.ToString("N0", culture),
        _ => metric is { } known ? Write(value, MetricCatalog.Of(known), culture) : value.ToString("#,0.##", culture),
    };

    /// <summary>What stands behind a figure of this metric: <c>Mbit/s</c> for rates of bytes.</summary>
    public static string UnitOf(Metric metric) => (MetricCatalog.Of(metric).Unit, MetricCatalog.Of(metric).Kind) switch
    {
        (MetricUnit.Bytes, _) => "Mbit/s",
        (MetricUnit.Percent, _) => "%",
        (MetricUnit.Celsius, _) => "°C",
        (MetricUnit.Volts, _) => "V",
        (MetricUnit.Dbm, _) => "dBm",
        (MetricUnit.Milliseconds, _) => "ms",
        (MetricUnit.Seconds, _) => "s",
        (_, MetricKind.Counter) => "/s",
        _ => "",
    };

    private static string Write(double value, MetricDefinition metric, CultureInfo culture) => metric.Unit switch
    {
        MetricUnit.Bytes => Scaled(value, culture),
        MetricUnit.Seconds => value.ToString("N0", culture) + " s",
        _ => UnitOf(metric.Metric) is { Length: > 0 } unit ? $"{value.ToString("#,0.##", culture)} {unit}" : value.ToString("#,0.##", culture),
    };

    private static string Scaled(double bits, CultureInfo culture) => Math.Abs(bits) switch
    {
        >= 1e9 => (bits / 1e9).ToString("0.##", culture) + " Gbit/s",
        >= 1e6 => (bits / 1e6).ToString("0.#", culture) + " Mbit/s",
        _ => (bits / 1e3).ToString("0.#", culture) + " kbit/s",
    };
}
