using System.Globalization;

namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>Reads how routers write the rate of a link: <c>100Mbps</c>, <c>2.5Gbps</c>.</summary>
public static class LinkRate
{
    private static readonly (string End, decimal Factor)[] Units = [("Gbps", 1_000_000_000m), ("Mbps", 1_000_000m), ("kbps", 1_000m)];

    /// <summary>Bits per second; null for anything else, e.g. <c>unknown</c> of a link that is down.</summary>
    public static long? Read(string? text)
    {
        foreach (var (end, factor) in Units)
        {
            if (text?.EndsWith(end, StringComparison.OrdinalIgnoreCase) == true
                && decimal.TryParse(text.AsSpan(0, text.Length - end.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000)
            {
                return (long)(number * factor);
            }
        }

        return null;
    }
}
