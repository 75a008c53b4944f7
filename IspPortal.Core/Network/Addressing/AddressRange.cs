using System.Globalization;

namespace IspPortal.Core.Network.Addressing;

/// <summary>IPv4 addresses from one to another, both included.</summary>
/// <param name="From">The first, as <see cref="Ipv4"/> counts.</param>
/// <param name="To">The last; never below <paramref name="From"/>.</param>
public readonly record struct AddressRange(long From, long To)
{
    /// <summary>How many addresses.</summary>
    public long Size => To - From + 1;

    /// <summary>Whether an address is one of them.</summary>
    public bool Contains(long address) => From <= address && address <= To;

    /// <summary>"10.0.0.10-10.0.0.250", "10.0.0.0/24" or a single address.</summary>
    public static bool TryParse(string? text, out AddressRange range)
    {
        range = default;
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            if (Ipv4.ToNumber(text[..slash]) is not { } net || !int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var bits) || bits is < 1 or > 32)
            {
                return false;
            }

            var size = 1L << (32 - bits);
            range = new(net / size * size, (net / size * size) + size - 1);
            return true;
        }

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (Ipv4.ToNumber(dash < 0 ? text : text[..dash].Trim()) is not { } first || Ipv4.ToNumber(dash < 0 ? text : text[(dash + 1)..].Trim()) is not { } last || first > last)
        {
            return false;
        }

        range = new(first, last);
        return true;
    }

    /// <summary>The ranges of a pool as RouterOS writes them, with commas between; null when one of them cannot be read.</summary>
    public static IReadOnlyList<AddressRange>? ParseAll(string? text)
    {
        var ranges = new List<AddressRange>();
        foreach (var part in (text ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!TryParse(part, out var range))
            {
                return null;
            }

            ranges.Add(range);
        }

        return ranges;
    }

    /// <summary>How many addresses several ranges hold together; one that lies in two counts once.</summary>
    public static long SizeOf(IEnumerable<AddressRange> ranges)
    {
        var (size, end) = (0L, -1L);
        foreach (var range in ranges.OrderBy(r => r.From))
        {
            var from = Math.Max(range.From, end + 1);
            size += Math.Max(0, range.To - from + 1);
            end = Math.Max(end, range.To);
        }

        return size;
    }

    /// <inheritdoc />
    public override string ToString() => From == To ? Ipv4.ToText(From) : $"{Ipv4.ToText(From)}-{Ipv4.ToText(To)}";
}
