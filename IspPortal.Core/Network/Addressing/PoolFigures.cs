using System.Globalization;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Network.Addressing;

/// <summary>Makes pools with their size, usage and users of what was read from a router. Pure.</summary>
internal static class PoolFigures
{
    public static IReadOnlyList<FoundPool> Of(PoolTables tables)
    {
        var users = UsersOf(tables);
        var used = CountByPool(tables.Used);
        var pools = tables.Pools.Where(p => !string.IsNullOrEmpty(p["name"])).DistinctBy(p => p["name"], StringComparer.Ordinal).Select(pool =>
        {
            var name = pool["name"]!;
            var ranges = AddressRange.ParseAll(pool["ranges"]);
            return new FoundPool(PoolFamily.Ipv4, name, pool["ranges"] ?? string.Empty)
            {
                NextPool = pool["next-pool"] is { Length: > 0 } next and not "none" ? next : null,
                Comment = pool["comment"],
                Size = ranges is null ? null : AddressRange.SizeOf(ranges),
                Used = used is null ? null : used.GetValueOrDefault(name),
                Users = users.GetValueOrDefault(name) ?? [],
                Parsed = ranges ?? [],
            };
        }).ToList();
        return [.. WithChains(pools), .. Prefixes(tables)];
    }

    private static IEnumerable<FoundPool> WithChains(List<FoundPool> pools)
    {
        var byName = pools.ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var pool in pools)
        {
            var chain = ChainOf(pool, byName).ToList();
            yield return pool with { ChainSize = Sum(chain, p => p.Size), ChainUsed = Sum(chain, p => p.Used) };
        }
    }

    // A chain may be tied into a ring: each pool counts once.
    private static IEnumerable<FoundPool> ChainOf(FoundPool first, Dictionary<string, FoundPool> byName)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        for (var pool = first; pool is not null && met.Add(pool.Name); pool = pool.NextPool is { } next ? byName.GetValueOrDefault(next) : null)
        {
            yield return pool;
        }
    }

    private static long? Sum(List<FoundPool> pools, Func<FoundPool, long?> figure) => pools.TrueForAll(p => figure(p) is not null) ? pools.Sum(p => figure(p)!.Value) : null;

    private static Dictionary<string, List<PoolUser>> UsersOf(PoolTables tables)
    {
        var users = new Dictionary<string, List<PoolUser>>(StringComparer.Ordinal);
        Add(PoolUserKind.PppProfile, tables.PppProfiles, "remote-address");
        Add(PoolUserKind.HotspotProfile, tables.HotspotProfiles, "address-pool");
        Add(PoolUserKind.Hotspot, tables.Hotspots, "address-pool");
        Add(PoolUserKind.DhcpServer, tables.DhcpServers, "address-pool");
        Add(PoolUserKind.PppSecret, tables.PppSecrets, "remote-address");
        Add(PoolUserKind.Pool, tables.Pools, "next-pool");
        return users;

        void Add(PoolUserKind kind, IReadOnlyList<RouterItem> items, string property)
        {
            foreach (var item in items.Where(i => !i.IsDisabled && !string.IsNullOrEmpty(i["name"])))
            {
                if (item[property] is { Length: > 0 } pool and not "none" and not "static-only" && Ipv4.ToNumber(pool) is null)
                {
                    if (!users.TryGetValue(pool, out var list))
                    {
                        users[pool] = list = [];
                    }

                    list.Add(new PoolUser(kind, item["name"]!));
                }
            }
        }
    }

    private static Dictionary<string, long>? CountByPool(IReadOnlyList<RouterItem>? used) =>
        used?.Where(u => !string.IsNullOrEmpty(u["pool"])).GroupBy(u => u["pool"]!, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => (long)g.Select(u => u["address"] ?? u["prefix"] ?? u.Id).Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);

    private static IEnumerable<FoundPool> Prefixes(PoolTables tables)
    {
        var used = CountByPool(tables.Ipv6Used);
        foreach (var pool in tables.Ipv6Pools.Where(p => !string.IsNullOrEmpty(p["name"])))
        {
            var (size, count) = (PrefixesIn(pool["prefix"], pool["prefix-length"]), used is null ? (long?)null : used.GetValueOrDefault(pool["name"]!));
            yield return new FoundPool(PoolFamily.Ipv6Prefix, pool["name"]!, $"{pool["prefix"]} /{pool["prefix-length"]}") { Size = size, Used = count, ChainSize = size, ChainUsed = count };
        }
    }

    // "2001:db8::/40" cut into /56 is 2^16 prefixes.
    private static long? PrefixesIn(string? prefix, string? length) =>
        prefix?.Split('/') is [_, var whole] && int.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var to) && to >= from && to - from <= 62
            ? 1L << (to - from)
            : null;
}
