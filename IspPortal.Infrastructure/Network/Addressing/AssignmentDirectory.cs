using IspPortal.Core.Common.Paging;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Addressing;

/// <summary>Reads fixed addresses. The caller has checked the permission.</summary>
internal sealed class AssignmentDirectory(IDbContextFactory<PortalDbContext> contexts, ILiveRouters live)
{
    /// <summary>Fixed addresses of lines that the portal manages, on every router where they are meant to be.</summary>
    public static IQueryable<AssignmentEntry> Owned(PortalDbContext context) =>
        from wanted in context.Set<DesiredAccessRecord>().AsNoTracking()
        join placement in context.Set<AccessPlacement>() on wanted.AccessId equals placement.AccessId
        where wanted.FixedAddressNumber != null && wanted.Lifecycle != AccessLifecycle.Terminated && placement.Role != PlacementRole.Former
        select new AssignmentEntry
        {
            Address = wanted.FixedAddressNumber!.Value,
            RouterId = placement.RouterId,
            AccessId = wanted.AccessId,
            Service = wanted.Service,
            Username = wanted.Username,
            IsOwned = true,
            IsLease = false,
            IsDisabled = false,
        };

    /// <summary>Fixed addresses that routers hold and the portal does not manage. One taken over since the reading is left out.</summary>
    public static IQueryable<AssignmentEntry> Found(PortalDbContext context) =>
        from found in context.Set<FoundAddress>().AsNoTracking()
        where !(
            from placement in context.Set<AccessPlacement>()
            join wanted in context.Set<DesiredAccessRecord>() on placement.AccessId equals wanted.AccessId
            where placement.RouterId == found.RouterId && wanted.Service == found.Service && wanted.Username == found.Username && wanted.FixedAddress != null
            select wanted.AccessId).Any()
        select new AssignmentEntry
        {
            Address = found.Address,
            RouterId = found.RouterId,
            AccessId = context.Set<AccessAccount>().Where(a => a.RouterId == found.RouterId && a.Service == found.Service && a.Username == found.Username).Select(a => (Guid?)a.Id).FirstOrDefault(),
            Service = found.Service,
            Username = found.Username,
            IsOwned = false,
            IsLease = found.IsLease,
            IsDisabled = found.IsDisabled,
        };

    public async Task<Page<AddressAssignmentRow>> ListAsync(AddressAssignmentFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = Search(Narrow(context, filter), page.SearchOrNull);
        var rows =
            from entry in entries
            join router in context.Set<Router>() on entry.RouterId equals router.Id
            where router.RemovedAtUtc == null
            select new Joined { Entry = entry, RouterName = router.Name };
        var count = await rows.LongCountAsync(cancellationToken);
        var found = await Sort(rows, page).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<AddressAssignmentRow>.Of(await RowsAsync(context, found, cancellationToken), page, count);
    }

    private static IQueryable<AssignmentEntry> Narrow(PortalDbContext context, AddressAssignmentFilter filter)
    {
        var entries = filter.Owned switch
        {
            true => Owned(context),
            false => Found(context),
            _ => Owned(context).Concat(Found(context)),
        };
        if (filter.RouterId is { } routerId)
        {
            entries = entries.Where(e => e.RouterId == routerId);
        }

        if (filter.PoolId is { } poolId)
        {
            entries = entries.Where(e => context.Set<AddressPoolRange>().Any(r => r.PoolId == poolId && r.RouterId == e.RouterId && r.FromAddress <= e.Address && e.Address <= r.ToAddress));
        }

        if (filter.Live is { } isLive)
        {
            entries = entries.Where(e => context.Set<SessionRecord>().Any(s => s.AccessId == e.AccessId && s.RouterId == e.RouterId && s.EndedAtUtc == null) == isLive);
        }

        return entries;
    }

    private static IQueryable<AssignmentEntry> Search(IQueryable<AssignmentEntry> entries, string? search)
    {
        if (search?.ToLowerInvariant() is not { } text)
        {
            return entries;
        }

        // At most three ranges; a range from 1 to 0 holds nothing.
        var nothing = (From: 1L, To: 0L);
        var ranges = AddressPrefix.RangesOf(text).Select(r => (r.From, r.To)).ToArray();
        var ((from1, to1), (from2, to2), (from3, to3)) = (ranges.ElementAtOrDefault(0), ranges.ElementAtOrDefault(1), ranges.ElementAtOrDefault(2));
        ((from1, to1), (from2, to2), (from3, to3)) = (ranges.Length > 0 ? (from1, to1) : nothing, ranges.Length > 1 ? (from2, to2) : nothing, ranges.Length > 2 ? (from3, to3) : nothing);
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
        return entries.Where(e => e.Username.ToLower().Contains(text)
            || (from1 <= e.Address && e.Address <= to1) || (from2 <= e.Address && e.Address <= to2) || (from3 <= e.Address && e.Address <= to3));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    private static IOrderedQueryable<Joined> Sort(IQueryable<Joined> rows, PageRequest page) => ((page.Sort, page.Descending) switch
    {
        ("username", false) => rows.OrderBy(r => r.Entry.Username).ThenBy(r => r.Entry.Address),
        ("username", true) => rows.OrderByDescending(r => r.Entry.Username).ThenBy(r => r.Entry.Address),
        ("router", false) => rows.OrderBy(r => r.RouterName).ThenBy(r => r.Entry.Address),
        ("router", true) => rows.OrderByDescending(r => r.RouterName).ThenBy(r => r.Entry.Address),
        (_, true) => rows.OrderByDescending(r => r.Entry.Address).ThenBy(r => r.Entry.Username),
        _ => rows.OrderBy(r => r.Entry.Address).ThenBy(r => r.Entry.Username),
    }).ThenBy(r => r.Entry.RouterId).ThenBy(r => r.Entry.IsLease);

    private async Task<IReadOnlyList<AddressAssignmentRow>> RowsAsync(PortalDbContext context, List<Joined> found, CancellationToken cancellationToken)
    {
        var routers = found.Select(f => f.Entry.RouterId).Distinct().ToList();
        var owned = found.Where(f => f.Entry.IsOwned).Select(f => f.Entry.AccessId!.Value).Distinct().ToList();
        var pools = (await (
            from range in context.Set<AddressPoolRange>().AsNoTracking()
            join pool in context.Set<AddressPool>() on range.PoolId equals pool.Id
            where routers.Contains(range.RouterId)
            orderby pool.Name
            select new { range.RouterId, range.FromAddress, range.ToAddress, pool.Id, pool.Name }).ToListAsync(cancellationToken))
            .GroupBy(p => p.RouterId).ToDictionary(g => g.Key, g => new AddressRanges<(Guid Id, string Name)>(g.Select(p => (new AddressRange(p.FromAddress, p.ToAddress), (p.Id, p.Name)))));
        var wanted = await context.Set<DesiredAccessRecord>().AsNoTracking().Where(w => owned.Contains(w.AccessId)).Select(w => new { w.AccessId, w.Lifecycle, w.Holds, w.IsOverQuota }).ToDictionaryAsync(w => w.AccessId, cancellationToken);
        var roles = await context.Set<AccessPlacement>().AsNoTracking().Where(p => owned.Contains(p.AccessId)).ToDictionaryAsync(p => (p.AccessId, p.RouterId), p => p.Role, cancellationToken);
        return [.. found.Select(f =>
        {
            var entry = f.Entry;
            var pool = pools.GetValueOrDefault(entry.RouterId)?.Of(entry.Address).Cast<(Guid Id, string Name)?>().FirstOrDefault();
            var line = entry.IsOwned ? wanted.GetValueOrDefault(entry.AccessId!.Value) : null;
            return new AddressAssignmentRow(
                Ipv4.ToText(entry.Address),
                entry.RouterId,
                f.RouterName,
                entry.AccessId,
                entry.Service,
                entry.Username,
                entry.IsOwned,
                entry.IsOwned && roles.TryGetValue((entry.AccessId!.Value, entry.RouterId), out var role) ? role : null,
                line is null ? null : AccessStateRule.StateOf(line.Lifecycle, line.Holds, line.IsOverQuota),
                entry.AccessId is { } id ? live.PresenceOf(entry.RouterId, id) : AccessPresence.Unknown,
                entry.AccessId is { } access ? live.SessionOf(entry.RouterId, access)?.Address : null,
                pool?.Name,
                pool?.Id);
        })];
    }

    private sealed class Joined
    {
        public required AssignmentEntry Entry { get; init; }

        public required string RouterName { get; init; }
    }
}
