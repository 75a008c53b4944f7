namespace IspPortal.Core.Network.Addressing;

/// <summary>The pools of one router: who hands out which address, and which pools share some.</summary>
internal sealed class PoolsOfRouter
{
    private readonly Dictionary<string, HashSet<PoolUserKind>> _kinds = new(StringComparer.Ordinal);
    private readonly AddressRanges<PoolOnRouter> _ranges;
    private readonly List<(AddressRange Range, string Pool)> _sorted;

    public PoolsOfRouter(IEnumerable<PoolOnRouter> pools)
    {
        var all = pools.ToList();
        var byName = all.ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var pool in all)
        {
            _kinds[pool.Name] = KindsOf(pool, byName);
        }

        _ranges = new(all.SelectMany(p => p.Ranges.Select(r => (r, p))));
        _sorted = [.. all.SelectMany(p => p.Ranges.Select(r => (Range: r, Pool: p.Name))).OrderBy(r => r.Range.From).ThenBy(r => r.Pool, StringComparer.Ordinal)];
    }

    /// <summary>The names of the pools that anything hands out, itself or through a pool that continues with them.</summary>
    public static IReadOnlySet<string> HandedOut(IReadOnlyList<PoolOnRouter> pools)
    {
        var router = new PoolsOfRouter(pools);
        return pools.Where(p => router.KindsOf(p).Count > 0).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Pools that hold the address.</summary>
    public IReadOnlyList<PoolOnRouter> Of(long address) => _ranges.Of(address);

    /// <summary>What hands out a pool, itself or through a pool that continues with it.</summary>
    public IReadOnlySet<PoolUserKind> KindsOf(PoolOnRouter pool) => _kinds[pool.Name];

    /// <summary>
    /// Pairs of pools with the first range that they share. Of many that lie over each other not every pair is named, but every pool that shares an address is.
    /// </summary>
    public IEnumerable<(string First, string Second, AddressRange Shared)> Overlaps()
    {
        var named = new HashSet<(string, string)>();

        // The two that reach furthest so far, of different pools: whatever begins before their end overlaps them.
        (AddressRange Range, string Pool)? furthest = null, second = null;
        foreach (var next in _sorted)
        {
            foreach (var before in ((AddressRange Range, string Pool)?[])[furthest, second])
            {
                if (before is { } b && b.Pool != next.Pool && b.Range.To >= next.Range.From)
                {
                    var pair = string.CompareOrdinal(b.Pool, next.Pool) < 0 ? (b.Pool, next.Pool) : (next.Pool, b.Pool);
                    if (named.Add(pair))
                    {
                        yield return (pair.Item1, pair.Item2, new(next.Range.From, Math.Min(b.Range.To, next.Range.To)));
                    }
                }
            }

            if (furthest is not { } f || next.Range.To > f.Range.To)
            {
                second = furthest is { } was && was.Pool != next.Pool ? was : second;
                furthest = next;
            }
            else if (next.Pool != f.Pool && (second is not { } s || next.Range.To > s.Range.To))
            {
                second = next;
            }
        }
    }

    private static HashSet<PoolUserKind> KindsOf(PoolOnRouter pool, Dictionary<string, PoolOnRouter> byName)
    {
        var (kinds, met, open) = (new HashSet<PoolUserKind>(), new HashSet<string>(StringComparer.Ordinal) { pool.Name }, new Stack<PoolOnRouter>([pool]));
        while (open.TryPop(out var next))
        {
            foreach (var user in next.Users)
            {
                if (user.Kind != PoolUserKind.Pool)
                {
                    kinds.Add(user.Kind);
                }
                else if (byName.TryGetValue(user.Name, out var before) && met.Add(before.Name))
                {
                    open.Push(before);
                }
            }
        }

        return kinds;
    }
}
