using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Routers;

namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>Hands out addresses of <c>/ip/pool</c> in order, round and round.</summary>
internal sealed class AddressPools(RouterWorld world)
{
    private readonly Dictionary<string, Dictionary<uint, string>> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, uint> _last = new(StringComparer.Ordinal);

    /// <summary>Addresses in use: pool, address, owner.</summary>
    public IEnumerable<(string Pool, uint Address, string Owner)> Used => _used.SelectMany(p => p.Value.Select(a => (p.Key, a.Key, a.Value)));

    /// <summary>A free address of the pool or of those that follow it; null when there is none.</summary>
    public (string Pool, string Address)? Take(string name, string owner)
    {
        var menu = world.Menu("/ip/pool");
        for (var hops = 0; hops < 8 && menu.ByName(name) is { } pool; hops++)
        {
            if (TakeFrom(name, menu.Get(pool, "ranges") ?? "", owner) is { } address)
            {
                return (name, address);
            }

            name = menu.Get(pool, "next-pool") ?? "none";
        }

        return null;
    }

    public void Return(string name, string address)
    {
        if (_used.TryGetValue(name, out var used) && ToNumber(address) is { } number)
        {
            used.Remove(number);
        }
    }

    public void Clear() => _used.Clear();

    public static uint? ToNumber(string address) =>
        IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetwork && address.Count(c => c == '.') == 3
            ? BinaryPrimitives.ReadUInt32BigEndian(parsed.GetAddressBytes())
            : null;

    public static string ToText(uint address) => $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}";

    /// <summary>First and last address of each range; null when the text is none.</summary>
    public static List<(uint First, uint Last)>? Ranges(string text)
    {
        var ranges = new List<(uint, uint)>();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-');
            if (part.Contains('/', StringComparison.Ordinal))
            {
                if (!IPNetwork.TryParse(part, out var network) || ToNumber(network.BaseAddress.ToString()) is not { } start)
                {
                    return null;
                }

                ranges.Add((start, (uint)(start + (1UL << (32 - network.PrefixLength)) - 1)));
            }
            else if (ends.Length <= 2 && ToNumber(ends[0]) is { } first && ToNumber(ends[^1]) is { } last && first <= last)
            {
                ranges.Add((first, last));
            }
            else
            {
                return null;
            }
        }

        return ranges;
    }

    private string? TakeFrom(string name, string text, string owner)
    {
        if (Ranges(text) is not { Count: > 0 } ranges)
        {
            return null;
        }

        if (!_used.TryGetValue(name, out var used))
        {
            _used[name] = used = [];
        }

        var from = _last.GetValueOrDefault(name);
        foreach (var (first, last) in ranges.Select(r => (Math.Max(r.First, from + 1), r.Last)).Concat(ranges))
        {
            for (var address = first; address <= last && address != 0; address++)
            {
                if (used.TryAdd(address, owner))
                {
                    _last[name] = address;
                    return ToText(address);
                }
            }
        }

        return null;
    }
}
