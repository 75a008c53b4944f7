using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network;

internal sealed class AccessDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, ILiveRouters live) : IAccessDirectory
{
    public async Task<Result<Page<AccessRow>>> ListAsync(AccessFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.SessionsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var query =
            from access in context.Set<AccessAccount>().AsNoTracking()
            join router in context.Set<Router>() on access.RouterId equals router.Id
            where router.RemovedAtUtc == null
            select new Joined { Access = access, RouterName = router.Name };
        if (filter.RouterId is { } routerId)
        {
            query = query.Where(j => j.Access.RouterId == routerId);
        }

        if (filter.Service is { } service)
        {
            query = query.Where(j => j.Access.Service == service);
        }

        if (page.SearchOrNull?.ToLowerInvariant() is { } text)
        {
            query = query.Where(j => j.Access.SearchKey.Contains(text));
        }

        var count = await query.LongCountAsync(cancellationToken);
        var items = await Sort(query, page).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        var others = await OthersAsync(context, items, cancellationToken);
        return Page<AccessRow>.Of([.. items.Select(j => ToRow(j.Access, j.RouterName, [.. others[j.Access.Id]]))], page, count);
    }

    public async Task<Result<AccessDetails>> GetAsync(Guid accessId, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.SessionsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from access in context.Set<AccessAccount>().AsNoTracking()
            join router in context.Set<Router>() on access.RouterId equals router.Id
            where access.Id == accessId
            select new Joined { Access = access, RouterName = router.Name }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return NetworkErrors.AccessNotFound;
        }

        List<OtherPlace> others = [.. (await OthersAsync(context, [found], cancellationToken))[accessId]];
        return new AccessDetails(
            ToRow(found.Access, found.RouterName, others), LinePresence.SessionOf(live, accessId, found.Access.RouterId, others), found.Access.FirstSeenAtUtc);
    }

    public async Task<Result<Page<SessionHistoryRow>>> ListSessionsAsync(Guid accessId, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.SessionsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sessions = context.Set<SessionRecord>().AsNoTracking().Where(s => s.AccessId == accessId);
        var count = await sessions.LongCountAsync(cancellationToken);
        if (count == 0 && !await context.Set<AccessAccount>().AnyAsync(a => a.Id == accessId, cancellationToken))
        {
            return NetworkErrors.AccessNotFound;
        }

        var items = await (
            from session in sessions
            join router in context.Set<Router>() on session.RouterId equals router.Id
            orderby session.StartedAtUtc descending, session.Id descending
            select new { Session = session, RouterName = router.Name }).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<SessionHistoryRow>.Of([.. items.Select(i => ToRow(i.Session, i.RouterName))], page, count);
    }

    private static IOrderedQueryable<Joined> Sort(IQueryable<Joined> query, PageRequest page)
    {
        var sorted = (page.Sort, page.Descending) switch
        {
            ("router", false) => query.OrderBy(j => j.RouterName).ThenBy(j => j.Access.Username),
            ("router", true) => query.OrderByDescending(j => j.RouterName).ThenBy(j => j.Access.Username),
            ("service", false) => query.OrderBy(j => j.Access.Service).ThenBy(j => j.Access.Username),
            ("service", true) => query.OrderByDescending(j => j.Access.Service).ThenBy(j => j.Access.Username),
            ("profile", false) => query.OrderBy(j => j.Access.Profile).ThenBy(j => j.Access.Username),
            ("profile", true) => query.OrderByDescending(j => j.Access.Profile).ThenBy(j => j.Access.Username),
            ("lastSeen", false) => query.OrderBy(j => j.Access.LastSeenAtUtc).ThenBy(j => j.Access.Username),
            ("lastSeen", true) => query.OrderByDescending(j => j.Access.LastSeenAtUtc).ThenBy(j => j.Access.Username),
            (_, true) => query.OrderByDescending(j => j.Access.Username),
            _ => query.OrderBy(j => j.Access.Username),
        };
        return sorted.ThenBy(j => j.Access.Id);
    }

    // The database has the bytes of a live session as of its last checkpoint; who polls its router knows them as of the last poll.
    private SessionHistoryRow ToRow(SessionRecord session, string routerName)
    {
        var now = session.EndedAtUtc is null ? live.LastOf(session.RouterId, session.AccessId, session.Id) : null;
        return new SessionHistoryRow(
            session.Id,
            routerName,
            session.Address,
            session.CallerId,
            session.StartedAtUtc,
            session.EndedAtUtc,
            session.EndReason,
            now?.DownBytes ?? session.DownBytes,
            now?.UpBytes ?? session.UpBytes);
    }

    // The other routers on which owned lines of a page may be online: partners, and places that were not cleaned up yet.
    private static async Task<ILookup<Guid, OtherPlace>> OthersAsync(PortalDbContext context, IReadOnlyList<Joined> items, CancellationToken cancellationToken)
    {
        var home = items.Where(j => j.Access.IsOwned).ToDictionary(j => j.Access.Id, j => j.Access.RouterId);
        var ids = home.Keys.ToList();
        var places = ids.Count == 0
            ? []
            : await context.Set<AccessPlacement>().AsNoTracking().Where(p => ids.Contains(p.AccessId) && p.AppliedState != null && p.AppliedState != AccessState.Absent).ToListAsync(cancellationToken);
        return places.Where(p => p.RouterId != home[p.AccessId]).ToLookup(p => p.AccessId, p => new OtherPlace(p.RouterId, p.AppliedState == AccessState.Disabled));
    }

    private AccessRow ToRow(AccessAccount access, string routerName, IReadOnlyList<OtherPlace> others)
    {
        var session = LinePresence.SessionOf(live, access.Id, access.RouterId, others);
        return new AccessRow(
            access.Id,
            access.RouterId,
            routerName,
            access.Service,
            access.Username,
            access.Profile,
            access.Comment,
            access.Enabled,
            access.IsOwned,
            LinePresence.Of(live, access.Id, access.RouterId, others),
            session?.AsOfUtc ?? access.LastSeenAtUtc);
    }

    private sealed class Joined
    {
        public required AccessAccount Access { get; init; }

        public required string RouterName { get; init; }
    }
}
