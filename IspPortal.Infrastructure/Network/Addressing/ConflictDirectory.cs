using IspPortal.Core.Common.Paging;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Addressing;

/// <summary>Reads conflicts. The caller has checked the permission.</summary>
internal sealed class ConflictDirectory(IDbContextFactory<PortalDbContext> contexts)
{
    public async Task<Page<AddressConflictRow>> ListAsync(AddressConflictFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var conflicts = Narrow(context.Set<AddressConflict>().AsNoTracking(), filter);
        if (page.SearchOrNull?.ToLowerInvariant() is { } text)
        {
            conflicts = conflicts.Where(c => c.SearchKey.Contains(text));
        }

        var count = await conflicts.LongCountAsync(cancellationToken);
        var found = await Sort(conflicts, page).Skip(page.Skip).Take(page.Take).Include(c => c.Parties).AsSplitQuery().ToListAsync(cancellationToken);
        var ids = found.SelectMany(c => c.Parties).Select(p => p.RouterId).Distinct().ToList();
        var routers = await context.Set<Router>().AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new
        {
            r.Id,
            r.Name,
            IsStale = !r.Enabled || context.Set<AddressReading>().Any(a => a.RouterId == r.Id && a.ErrorCode != null),
        }).ToDictionaryAsync(r => r.Id, cancellationToken);
        return Page<AddressConflictRow>.Of(
            [.. found.Select(c => RowOf(c, id => routers[id].Name, c.ResolvedAtUtc is null && c.Parties.Exists(p => routers[p.RouterId].IsStale)))], page, count);
    }

    private static IQueryable<AddressConflict> Narrow(IQueryable<AddressConflict> conflicts, AddressConflictFilter filter)
    {
        if (filter.Kind is { } kind)
        {
            conflicts = conflicts.Where(c => c.Kind == kind);
        }

        conflicts = filter.State switch
        {
            AddressConflictState.Open => conflicts.Where(c => c.ResolvedAtUtc == null && c.IntendedBy == null),
            AddressConflictState.Intended => conflicts.Where(c => c.ResolvedAtUtc == null && c.IntendedBy != null),
            AddressConflictState.Resolved => conflicts.Where(c => c.ResolvedAtUtc != null),
            _ => conflicts,
        };
        if (filter.RouterId is { } routerId)
        {
            conflicts = conflicts.Where(c => c.Parties.Any(p => p.RouterId == routerId));
        }

        if (filter.AccessId is { } accessId)
        {
            conflicts = conflicts.Where(c => c.Parties.Any(p => p.AccessId == accessId));
        }

        return conflicts;
    }

    private static IOrderedQueryable<AddressConflict> Sort(IQueryable<AddressConflict> conflicts, PageRequest page) => ((page.Sort, page.Descending) switch
    {
        ("address", false) => conflicts.OrderBy(c => c.Address),
        ("address", true) => conflicts.OrderByDescending(c => c.Address),
        ("kind", false) => conflicts.OrderBy(c => c.Kind).ThenBy(c => c.Address),
        ("kind", true) => conflicts.OrderByDescending(c => c.Kind).ThenBy(c => c.Address),
        ("firstSeen", false) => conflicts.OrderBy(c => c.FirstSeenAtUtc).ThenBy(c => c.Address),
        _ => conflicts.OrderByDescending(c => c.FirstSeenAtUtc).ThenBy(c => c.Address),
    }).ThenBy(c => c.Id);

    private static AddressConflictRow RowOf(AddressConflict conflict, Func<Guid, string> nameOf, bool isStale) => new(
        conflict.Id,
        conflict.Kind,
        conflict.ResolvedAtUtc is not null ? AddressConflictState.Resolved : conflict.IntendedBy is not null ? AddressConflictState.Intended : AddressConflictState.Open,
        conflict.Subject,
        [.. conflict.Parties.OrderBy(p => p.Number).Select(p => new AddressPartyRow(p.Role, p.RouterId, nameOf(p.RouterId), p.Name, p.AccessId, p.IsOwned))],
        conflict.FirstSeenAtUtc,
        conflict.LastSeenAtUtc,
        conflict.ResolvedAtUtc,
        isStale,
        conflict.IntendedBy,
        conflict.IntendedAtUtc,
        conflict.IntendedReason);
}
