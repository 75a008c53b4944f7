using System.Globalization;

namespace IspPortal.Infrastructure.RouterOs.Dialects.V6;

/// <summary>RouterOS 6: all sensors in one row, some boards in tenths of a unit and without a point.</summary>
internal sealed class RouterOs6Dialect : IRouterOsDialect
{
    // No board runs on 80 V or more and none at 150 °C: a whole number from there on is in tenths.
    private const double LeastTenthsOfVolt = 80;
    private const double LeastTenthsOfDegree = 150;

    public RouterOsCommand Health { get; } = new("/system/health/print");

    public string UserManagerPath => "/tool/user-manager";

    public bool CanReadFiles => false;

    public IReadOnlyList<HealthReading> ReadHealth(IReadOnlyList<RouterOsRow> rows)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var readings = new List<HealthReading>();
        foreach (var (name, text) in rows[0].Columns)
        {
            if (name.StartsWith('.') || text.Length == 0)
            {
                continue;
            }

            var unit = UnitOf(name);
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                readings.Add(new HealthReading(name, null, string.Empty, text));
                continue;
            }

            var least = unit switch { "V" => LeastTenthsOfVolt, "C" => LeastTenthsOfDegree, _ => double.MaxValue };
            if (value >= least && !text.Contains('.', StringComparison.Ordinal))
            {
                value /= 10;
            }

            readings.Add(new HealthReading(name, value, unit, null));
        }

        return readings;
    }

    public RouterOsCommand Ping(string address, int count) =>
        new RouterOsCommand("/ping").With("address", address).With("count", count.ToString(CultureInfo.InvariantCulture));

    public RouterOsCommand ShowingSensitive(RouterOsCommand print) => print;

    private static string UnitOf(string name)
    {
        if (name.Contains("temperature", StringComparison.Ordinal))
        {
            return "C";
        }

        if (name.Contains("voltage", StringComparison.Ordinal))
        {
            return "V";
        }

        if (name.Contains("current", StringComparison.Ordinal))
        {
            return "A";
        }

        if (name.Contains("power-consumption", StringComparison.Ordinal))
        {
            return "W";
        }

        return name.Contains("fan", StringComparison.Ordinal) && name.EndsWith("speed", StringComparison.Ordinal) ? "RPM" : string.Empty;
    }
}
