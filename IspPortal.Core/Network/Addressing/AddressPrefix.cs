namespace IspPortal.Core.Network.Addressing;

/// <summary>What somebody types to find an address: its beginning, a net or a range.</summary>
internal static class AddressPrefix
{
    /// <summary>
    /// The addresses whose dotted form begins with the text: "10.2" means 10.2.…, 10.20.… to 10.29.… and 10.200.… to 10.255.…; "10.2." only the first. A net or a
    /// range means itself. Empty for a text that is none of these.
    /// </summary>
    public static IReadOnlyList<AddressRange> RangesOf(string text)
    {
        if (text.AsSpan().IndexOfAny('/', '-') >= 0)
        {
            return AddressRange.TryParse(text, out var range) ? [range] : [];
        }

        var parts = text.Split('.');
        if (parts.Length > 4 || (parts.Length == 1 && parts[0].Length == 0))
        {
            return [];
        }

        long start = 0;
        foreach (var part in parts[..^1])
        {
            if (Ipv4.PartOf(part) is not { } octet)
            {
                return [];
            }

            start = (start << 8) | octet;
        }

        var below = 1L << (8 * (4 - parts.Length));
        if (parts[^1].Length == 0)
        {
            return [new(start * below * 256, ((start + 1) * below * 256) - 1)];
        }

        if (Ipv4.PartOf(parts[^1]) is not { } last)
        {
            return [];
        }

        return
        [
            .. ((ReadOnlySpan<(long From, long Count)>)[(last, 1), (last * 10, 10), (last * 100, 100)]).ToArray()
                .Where(r => r.From <= 255 && (r.Count == 1 || last > 0))
                .Select(r => new AddressRange(((start << 8) | r.From) * below, (((start << 8) | Math.Min(255, r.From + r.Count - 1)) * below) + below - 1)),
        ];
    }
}
