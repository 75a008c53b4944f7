using System.Globalization;

namespace IspPortal.Core.Network.Addressing;

/// <summary>IPv4 addresses as numbers, so that they sort and compare in every database.</summary>
public static class Ipv4
{
    /// <summary>
    /// The number of a whole dotted address: four decimal parts without leading zeros, as RouterOS prints it; 0 to 4,294,967,295. Null for anything else. Libraries for
    /// sockets also take <c>10.1</c> (as 10.0.0.1), <c>010.0.0.1</c> (as 8.0.0.1) and <c>0x0a.0.0.1</c>, which nobody means.
    /// </summary>
    public static long? ToNumber(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var (number, parts) = (0L, 0);
        foreach (var part in text.AsSpan().Split('.'))
        {
            if (++parts > 4 || PartOf(text.AsSpan(part)) is not { } octet)
            {
                return null;
            }

            number = (number << 8) | octet;
        }

        return parts == 4 ? number : null;
    }

    /// <summary>Whether the text is a whole dotted address.</summary>
    public static bool IsWhole(string? text) => ToNumber(text) is not null;

    /// <summary>One part of a dotted address, 0 to 255; null for anything else.</summary>
    public static long? PartOf(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= 3 && (text.Length == 1 || text[0] != '0') && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 255 ? value : null;

    /// <summary>The dotted form of a number.</summary>
    public static string ToText(long number) => $"{(number >> 24) & 255}.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}";

    /// <summary>Whether the same address may stand behind several routers: private, shared (carrier NAT) or link-local space. Source: RFC 1918, 6598, 3927.</summary>
    public static bool IsPrivate(long number) =>
        number >> 24 == 10 || number >> 20 == 0xAC1 || number >> 16 == 0xC0A8 || number >> 22 == 0x191 || number >> 16 == 0xA9FE;
}
