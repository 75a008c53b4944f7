using System.Globalization;

namespace IspPortal.Infrastructure.RouterOs.Dialects.V7;

/// <summary>RouterOS 7: a row per sensor, and arguments that came with later releases.</summary>
internal sealed class RouterOs7Dialect(RouterOsVersion version) : IRouterOsDialect
{
    public RouterOsCommand Health { get; } = new("/system/health/print");

    public string UserManagerPath => "/user-manager";

    public bool CanReadFiles => version.IsAtLeast(7, 14, 3);

    public IReadOnlyList<HealthReading> ReadHealth(IReadOnlyList<RouterOsRow> rows)
    {
        var readings = new List<HealthReading>(rows.Count);
        foreach (var row in rows)
        {
            if (row["name"] is not { Length: > 0 } name || row["value"] is not { Length: > 0 } text)
            {
                continue;
            }

            var unit = row["type"] ?? string.Empty;
            readings.Add(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? new HealthReading(name, value, unit, null)
                : new HealthReading(name, null, string.Empty, text));
        }

        return readings;
    }

    public RouterOsCommand Ping(string address, int count) =>
        new RouterOsCommand("/tool/ping").With("address", address).With("count", count.ToString(CultureInfo.InvariantCulture));

    public RouterOsCommand ShowingSensitive(RouterOsCommand print) => version.IsAtLeast(7, 22) ? print.Flag("show-sensitive") : print;
}
