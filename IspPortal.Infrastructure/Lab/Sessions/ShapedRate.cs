using System.Globalization;

namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>
/// A profile's <c>rate-limit</c>: <c>rx[/tx] [rx-burst[/tx-burst] [rx-threshold[/tx-threshold] [rx-time[/tx-time] [priority] [rx-min[/tx-min]]]]]</c>.
/// Rx is the customer's upload, tx the download. Source: MikroTik, "PPP AAA", rate-limit.
/// </summary>
internal sealed record ShapedRate(
    long Up, long Down, long BurstUp, long BurstDown, long ThresholdUp, long ThresholdDown, long BurstSecondsUp, long BurstSecondsDown, int Priority, long MinUp, long MinDown)
{
    /// <summary>Reads the text; null when it is empty or not a rate limit.</summary>
    public static ShapedRate? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rate = Pair(parts, 0, Rate);
        if (rate is null)
        {
            return null;
        }

        var burst = Pair(parts, 1, Rate) ?? (0, 0);
        var threshold = Pair(parts, 2, Rate) ?? (burst == (0, 0) ? (0, 0) : rate.Value);
        var time = Pair(parts, 3, Seconds) ?? (burst == (0, 0) ? (0, 0) : (1, 1));
        var priority = parts.Length > 4 && int.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 8;
        var min = Pair(parts, 5, Rate) ?? (0, 0);
        return new(rate.Value.Rx, rate.Value.Tx, burst.Rx, burst.Tx, threshold.Rx, threshold.Tx, time.Rx, time.Tx, priority, min.Rx, min.Tx);
    }

    /// <summary>A rate with an optional k, M or G; null when it is none.</summary>
    public static long? Rate(string text)
    {
        var factor = text.Length == 0 ? 1 : text[^1] switch { 'k' or 'K' => 1_000, 'M' or 'm' => 1_000_000, 'G' or 'g' => 1_000_000_000, _ => 1 };
        var digits = factor == 1 ? text : text[..^1];
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1_000_000_000_000
            ? (long)(number * factor)
            : null;
    }

    /// <summary><c>upload/download</c> with suffixes made plain numbers; null when it is none.</summary>
    public static (long Up, long Down)? RatePair(string text) => Pair([text], 0, Rate) is { } pair ? (pair.Rx, pair.Tx) : null;

    private static long? Seconds(string text) => Wire.RosValue.ParseDuration(text) is { } time ? (long)time.TotalSeconds : null;

    private static (long Rx, long Tx)? Pair(string[] parts, int index, Func<string, long?> read)
    {
        if (index >= parts.Length)
        {
            return null;
        }

        var sides = parts[index].Split('/');
        var rx = read(sides[0]);
        var tx = sides.Length > 1 ? read(sides[1]) : rx;
        return rx is null || tx is null || sides.Length > 2 ? null : (rx.Value, tx.Value);
    }
}
