using System.Globalization;

namespace IspPortal.Core.Network.Access;

/// <summary>Over how long a router averages before it ends a burst, in seconds, <c>upload/download</c>.</summary>
/// <param name="UploadSeconds">For the upload.</param>
/// <param name="DownloadSeconds">For the download.</param>
public readonly record struct BurstTimes(int UploadSeconds, int DownloadSeconds)
{
    /// <summary>What RouterOS takes when a burst is given without a time.</summary>
    public static BurstTimes Default { get; } = new(1, 1);

    /// <summary>Reads <c>10/10</c>, <c>16s/16s</c>, <c>1m</c> or a single number for both.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out BurstTimes times)
    {
        times = default;
        var slash = text.IndexOf('/');
        if (!TryParseSeconds(slash < 0 ? text : text[..slash], out var up) || !TryParseSeconds(slash < 0 ? text : text[(slash + 1)..], out var down))
        {
            return false;
        }

        times = new(up, down);
        return true;
    }

    /// <summary><c>10/10</c>, the form of a rate limit.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{UploadSeconds}/{DownloadSeconds}");

    /// <summary><c>10s/10s</c>, the form of a queue.</summary>
    public string ToQueueString() => string.Create(CultureInfo.InvariantCulture, $"{UploadSeconds}s/{DownloadSeconds}s");

    // Numbers with the units of a RouterOS duration: 90, 90s, 1m30s.
    private static bool TryParseSeconds(ReadOnlySpan<char> text, out int seconds)
    {
        seconds = 0;
        if (text.IsEmpty)
        {
            return false;
        }

        long total = 0, number = 0;
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                number = (number * 10) + (c - '0');
                if (++digits > 7)
                {
                    return false;
                }

                continue;
            }

            var unit = c switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 0 };
            if (unit == 0 || digits == 0)
            {
                return false;
            }

            total += number * unit;
            (number, digits) = (0, 0);
        }

        total += number;
        seconds = (int)total;
        return total is >= 0 and <= 86_400;
    }
}
