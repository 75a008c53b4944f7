using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IspPortal.Core.Network.Imports;

/// <summary>The ranges of address pools, for asking which pool an address lies in.</summary>
internal sealed class AddressRanges
{
    private readonly List<(uint From, uint To, string Pool)> _ranges = [];

    public AddressRanges(IEnumerable<(string Pool, string Ranges)> pools)
    {
        foreach (var (pool, ranges) in pools)
        {
            foreach (var range in ranges.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (TryParse(range, out var from, out var to))
                {
                    _ranges.Add((from, to, pool));
                }
            }
        }
    }

    public string? PoolOf(string? address) =>
        ToNumber(address) is { } number ? _ranges.FirstOrDefault(r => r.From <= number && number <= r.To).Pool : null;

    // "10.0.0.10-10.0.0.250", "10.0.0.0/24" or a single address.
    private static bool TryParse(string text, out uint from, out uint to)
    {
        (from, to) = (0, 0);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            if (ToNumber(text[..slash]) is not { } net || !int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var bits) || bits is < 1 or > 32)
            {
                return false;
            }

            var mask = uint.MaxValue << (32 - bits);
            (from, to) = (net & mask, net | ~mask);
            return true;
        }

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (ToNumber(dash < 0 ? text : text[..dash]) is not { } first || ToNumber(dash < 0 ? text : text[(dash + 1)..]) is not { } last)
        {
            return false;
        }

        (from, to) = (first, last);
        return true;
    }

    private static uint? ToNumber(string? text)
    {
        if (!IPAddress.TryParse(text, out var address) || address.AddressFamily != AddressFamily.InterNetwork)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[4];
        return address.TryWriteBytes(bytes, out _) ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : null;
    }
}
