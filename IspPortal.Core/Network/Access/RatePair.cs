using System.Globalization;

namespace IspPortal.Core.Network.Access;

/// <summary>Two rates as RouterOS writes them in a profile or queue: <c>upload/download</c>, seen from the customer.</summary>
/// <param name="UploadBitsPerSecond">From the customer; RouterOS calls it rx (in a profile) or the first of a queue's pair. 0 is unlimited.</param>
/// <param name="DownloadBitsPerSecond">To the customer. 0 is unlimited.</param>
public readonly record struct RatePair(long UploadBitsPerSecond, long DownloadBitsPerSecond)
{
    /// <summary>The largest rate that is read: 1 Tbit/s, far above any port.</summary>
    public const long MaxBitsPerSecond = 1_000_000_000_000;

    /// <summary>Whether both are 0.</summary>
    public bool IsZero => UploadBitsPerSecond == 0 && DownloadBitsPerSecond == 0;

    /// <summary>Reads <c>10M/50M</c>, <c>512k</c> (both ways the same) or plain bits per second. Suffixes: k = 1,000, M = 1,000,000, G = 1,000,000,000.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out RatePair pair)
    {
        pair = default;
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            if (!TryParseRate(text, out var both))
            {
                return false;
            }

            pair = new(both, both);
            return true;
        }

        if (!TryParseRate(text[..slash], out var up) || !TryParseRate(text[(slash + 1)..], out var down))
        {
            return false;
        }

        pair = new(up, down);
        return true;
    }

    /// <summary>One rate with an optional suffix. A fraction is taken when it comes to whole bits: <c>1.5M</c>.</summary>
    public static bool TryParseRate(ReadOnlySpan<char> text, out long bitsPerSecond)
    {
        bitsPerSecond = 0;
        if (text.IsEmpty)
        {
            return false;
        }

        var factor = text[^1] switch { 'k' or 'K' => 1_000L, 'M' or 'm' => 1_000_000L, 'G' or 'g' => 1_000_000_000L, _ => 1L };
        var digits = factor == 1 ? text : text[..^1];
        if (digits.IsEmpty || !char.IsAsciiDigit(digits[0]) || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > MaxBitsPerSecond)
        {
            return false;
        }

        var value = number * factor;
        if (value > MaxBitsPerSecond || value != decimal.Truncate(value))
        {
            return false;
        }

        bitsPerSecond = (long)value;
        return true;
    }

    /// <summary>The shortest form that says exactly the same: <c>10M/50M</c>, <c>512k/1500k</c>, <c>0/0</c>.</summary>
    public override string ToString() => $"{Text(UploadBitsPerSecond)}/{Text(DownloadBitsPerSecond)}";

    /// <summary>Both as plain bits per second, the way a router answers: <c>10000000/50000000</c>.</summary>
    public string ToPlainString() => string.Create(CultureInfo.InvariantCulture, $"{UploadBitsPerSecond}/{DownloadBitsPerSecond}");

    private static string Text(long rate) => rate switch
    {
        0 => "0",
        _ when rate % 1_000_000_000 == 0 => string.Create(CultureInfo.InvariantCulture, $"{rate / 1_000_000_000}G"),
        _ when rate % 1_000_000 == 0 => string.Create(CultureInfo.InvariantCulture, $"{rate / 1_000_000}M"),
        _ when rate % 1_000 == 0 => string.Create(CultureInfo.InvariantCulture, $"{rate / 1_000}k"),
        _ => rate.ToString(CultureInfo.InvariantCulture),
    };
}
