using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Addressing;

/// <summary>
/// Finds where addresses get in each other's way. Pure; sorts and hashes, so that 100,000 addresses take a moment. Pools of different routers may hold the same
/// addresses: behind NAT that is how networks are built.
/// </summary>
internal static class AddressConflictFinder
{
    /// <summary>Every conflict once, the same input in any order giving the same ones.</summary>
    public static IReadOnlyList<FoundConflict> Find(AddressConflictInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var pools = input.Pools.GroupBy(p => p.RouterId).ToDictionary(g => g.Key, g => new PoolsOfRouter(g));
        var assigned = input.Assigned.GroupBy(a => a.Address).ToDictionary(g => g.Key, g => HoldersOf([.. g]));
        var held = assigned.Values.SelectMany(a => a).ToList();
        return
        [
            .. assigned.Select(a => GivenTwice(a.Key, a.Value)).OfType<FoundConflict>(),
            .. input.Live.SelectMany(live => LiveElsewhere(live, assigned.GetValueOrDefault(live.Address) ?? [], pools.GetValueOrDefault(live.RouterId))).DistinctBy(c => c.Key, StringComparer.Ordinal),
            .. held.SelectMany(a => InsidePools(a, pools.GetValueOrDefault(a.RouterId))).DistinctBy(c => c.Key, StringComparer.Ordinal),
            .. pools.SelectMany(p => Overlaps(p.Key, p.Value)),
            .. held.Select(a => Outside(a, input.Networks.GetValueOrDefault(a.RouterId), pools.GetValueOrDefault(a.RouterId))).OfType<FoundConflict>().DistinctBy(c => c.Key, StringComparer.Ordinal),
        ];
    }

    // A lease is how a static line gets its address, a queue of nobody's how an account with a fixed address gets its speed: neither is another holder beside it.
    private static List<AssignedAddress> HoldersOf(List<AssignedAddress> assigned) => assigned.Count == 1 ? assigned : assigned.FindAll(a =>
        a.IsOwned || a.Service != AccessService.Static
        || !assigned.Exists(o => o.RouterId == a.RouterId && (a.IsLease ? o is { IsLease: false, Service: AccessService.Static } : o.Service != AccessService.Static)));

    private static FoundConflict? GivenTwice(long address, List<AssignedAddress> assigned) =>
        assigned.Select(h => h.Holder).Distinct(StringComparer.Ordinal).Skip(1).Any()
            ? new(AddressConflictKind.GivenTwice, Ipv4.ToText(address), Ipv4.ToText(address), address, PartiesOf(assigned))
            : null;

    private static IEnumerable<FoundConflict> LiveElsewhere(LiveAddress live, List<AssignedAddress> holders, PoolsOfRouter? pools)
    {
        // A lease is a device's: whoever signs in with that device may have its address.
        var assigned = holders.FindAll(a => !a.IsLease || a.RouterId != live.RouterId);

        // Whoever is fixed to the address itself is a matter of its being given twice.
        var mine = assigned.FindAll(a => a.AccessId == live.AccessId);
        if (assigned.Count == 0 || mine.Exists(a => a.RouterId == live.RouterId))
        {
            yield break;
        }

        var isElsewhere = assigned.TrueForAll(a => a.RouterId != live.RouterId);
        if (mine.Count == 0 && isElsewhere && Ipv4.IsPrivate(live.Address) && pools?.Of(live.Address).Count > 0)
        {
            yield break;
        }

        foreach (var holder in (mine.Count > 0 ? mine : assigned).GroupBy(a => a.Holder, StringComparer.Ordinal))
        {
            yield return new(
                AddressConflictKind.LiveElsewhere,
                $"{holder.Key}|{live.RouterId}|{live.AccessId}",
                Ipv4.ToText(live.Address),
                live.Address,
                [.. PartiesOf(holder), new(AddressPartyRole.Live, live.RouterId, live.Username, live.AccessId, live.IsOwned)]);
        }
    }

    // A DHCP server leaves out what has a lease, so that only pools of PPP and hotspot endanger a static line.
    private static IEnumerable<FoundConflict> InsidePools(AssignedAddress assigned, PoolsOfRouter? pools) =>
        from pool in pools?.Of(assigned.Address) ?? []
        where pools!.KindsOf(pool).Any(kind => kind != PoolUserKind.DhcpServer || assigned.Service != AccessService.Static)
        select new FoundConflict(
            AddressConflictKind.InsidePool,
            $"{assigned.Holder}|{assigned.RouterId}|{Ipv4.ToText(assigned.Address)}|{pool.Name}",
            Ipv4.ToText(assigned.Address),
            assigned.Address,
            [PartyOf(assigned), new(AddressPartyRole.Pool, assigned.RouterId, pool.Name)]);

    private static IEnumerable<FoundConflict> Overlaps(Guid routerId, PoolsOfRouter pools) =>
        pools.Overlaps().Select(o => new FoundConflict(
            AddressConflictKind.PoolsOverlap,
            $"{routerId}|{o.First}|{o.Second}",
            o.Shared.ToString(),
            o.Shared.From,
            [new(AddressPartyRole.Pool, routerId, o.First), new(AddressPartyRole.Pool, routerId, o.Second)]));

    // PPP and hotspot route single addresses; only a static line has to lie in a net of an interface.
    private static FoundConflict? Outside(AssignedAddress assigned, IReadOnlyList<AddressRange>? networks, PoolsOfRouter? pools) =>
        assigned.Service == AccessService.Static && networks is { Count: > 0 } && !networks.Any(n => n.Contains(assigned.Address)) && !(pools?.Of(assigned.Address).Count > 0)
            ? new(AddressConflictKind.OutsideNetworks, $"{assigned.Holder}|{assigned.RouterId}|{Ipv4.ToText(assigned.Address)}", Ipv4.ToText(assigned.Address), assigned.Address, [PartyOf(assigned)])
            : null;

    private static List<AddressParty> PartiesOf(IEnumerable<AssignedAddress> assigned) =>
        [.. assigned.OrderBy(a => a.Username, StringComparer.Ordinal).ThenBy(a => a.RouterId).ThenBy(a => a.Service).Select(PartyOf).Distinct()];

    private static AddressParty PartyOf(AssignedAddress assigned) => new(AddressPartyRole.Assigned, assigned.RouterId, assigned.Username, assigned.AccessId, assigned.IsOwned);
}
