using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Events;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Events;

/// <summary>
/// Events of the log, and the beginnings and ends of sessions, merged by time: each source gives its newest, so that none is stored twice. Each source is read and counted
/// without its names, on the index of its time, and no further than the list reaches: a year of logins costs what a day costs.
/// </summary>
internal sealed class RouterEvents(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : IRouterEvents
{
    private const int MostHolders = 20;

    public async Task<Result<Page<RouterEventRow>>> ListAsync(RouterEventFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.SessionsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = new List<(DateTime AtUtc, Guid Id, Source Source)>();
        var count = 0;
        var until = Math.Min(page.Skip + page.Take, IRouterEvents.MostListed);
        foreach (var source in Sources(context, filter, await EventSearch.OfAsync(context, page.SearchOrNull, cancellationToken)))
        {
            count += await source.CountAsync(IRouterEvents.MostListed + 1 - count, cancellationToken);
            if (page.Skip < until)
            {
                newest.AddRange((await source.Newest(until).ToListAsync(cancellationToken)).Select(m => (m.AtUtc, m.Id, source)));
            }
        }

        var rows = new List<RouterEventRow>();
        foreach (var shown in newest.OrderByDescending(m => m.AtUtc).ThenByDescending(m => m.Id).Take(until).Skip(page.Skip).GroupBy(m => m.Source, m => m.Id))
        {
            rows.AddRange(await shown.Key.ReadAsync([.. shown], cancellationToken));
        }

        return Page<RouterEventRow>.Of([.. rows.OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id)], page, Math.Min(count, IRouterEvents.MostListed)) with { TotalIsAtLeast = count > IRouterEvents.MostListed };
    }

    public async Task<Result<IReadOnlyList<AddressHolder>>> WhoHadAsync(string address, DateTime atUtc, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.SessionsRead) is { } denied)
        {
            return denied;
        }

        if (!WholeAddress.TryParse(address.Trim(), out var parsed))
        {
            return CommonErrors.Invalid([new FieldError("address", "network.not_an_address")]);
        }

        var text = parsed.ToString();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from session in context.Set<SessionRecord>().AsNoTracking()
            join access in context.Set<AccessAccount>() on session.AccessId equals access.Id
            join router in context.Set<Router>() on session.RouterId equals router.Id
            where session.Address == text && session.StartedAtUtc <= atUtc && (session.EndedAtUtc == null || session.EndedAtUtc >= atUtc)
            orderby session.StartedAtUtc descending
            select new AddressHolder(session.Id, session.AccessId, access.Username, session.RouterId, router.Name, text, session.CallerId, session.StartedAtUtc, session.EndedAtUtc))
            .Take(MostHolders).ToListAsync(cancellationToken);
        return found;
    }

    /// <summary>Everything that the list is merged of.</summary>
    internal static IEnumerable<Source> Sources(PortalDbContext context, RouterEventFilter filter, EventSearch? search)
    {
        if (filter.Kind is not (RouterEventKind.Login or RouterEventKind.Logout))
        {
            var lines = Lines(context, filter, search?.Text);
            yield return new Source(
                most => lines.OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Take(most).Select(e => new Moment { AtUtc = e.AtUtc, Id = e.Id }),
                ids => Named(context, context.Set<RouterEvent>().AsNoTracking().Where(e => ids.Contains(e.Id))));
        }

        if (search is { FindsNoSession: true })
        {
            yield break;
        }

        if (filter.Kind is null or RouterEventKind.Login)
        {
            yield return new Source(
                most => Newest(context, filter, search, sessions => Begun(sessions, filter)
                    .OrderByDescending(s => s.StartedAtUtc).ThenByDescending(s => s.Id).Take(most).Select(s => new Moment { AtUtc = s.StartedAtUtc, Id = s.Id }), most),
                ids => Named(context, ids, RouterEventKind.Login));
        }

        if (filter.Kind is null or RouterEventKind.Logout)
        {
            yield return new Source(
                most => Newest(context, filter, search, sessions => Ended(sessions, filter)
                    .OrderByDescending(s => s.EndedAtUtc).ThenByDescending(s => s.Id).Take(most).Select(s => new Moment { AtUtc = s.EndedAtUtc!.Value, Id = s.Id }), most),
                ids => Named(context, ids, RouterEventKind.Logout));
        }
    }

    private static IQueryable<SessionRecord> Begun(IQueryable<SessionRecord> sessions, RouterEventFilter filter)
    {
        sessions = filter.FromUtc is { } from ? sessions.Where(s => s.StartedAtUtc >= from) : sessions;
        return filter.ToUtc is { } to ? sessions.Where(s => s.StartedAtUtc < to) : sessions;
    }

    private static IQueryable<SessionRecord> Ended(IQueryable<SessionRecord> sessions, RouterEventFilter filter)
    {
        sessions = filter.FromUtc is { } from ? sessions.Where(s => s.EndedAtUtc >= from) : sessions.Where(s => s.EndedAtUtc != null);
        return filter.ToUtc is { } to ? sessions.Where(s => s.EndedAtUtc < to) : sessions;
    }

    // The newest of a few lines are looked for line by line, each in its index; asked for together they would all be sorted.
    private static IQueryable<Moment> Newest(
        PortalDbContext context, RouterEventFilter filter, EventSearch? search, Func<IQueryable<SessionRecord>, IQueryable<Moment>> newest, int most) => search?.FewLines is { } lines
        ? lines.Select(id => newest(Sessions(context, filter, null).Where(s => s.AccessId == id))).Aggregate((all, next) => all.Concat(next)).OrderByDescending(m => m.AtUtc).ThenByDescending(m => m.Id).Take(most)
        : newest(Sessions(context, filter, search));

    private static IQueryable<RouterEvent> Lines(PortalDbContext context, RouterEventFilter filter, string? text)
    {
        var events = context.Set<RouterEvent>().AsNoTracking();
        events = filter.RouterId is { } routerId ? events.Where(e => e.RouterId == routerId) : events;
        events = filter.AccessId is { } accessId ? events.Where(e => e.AccessId == accessId) : events;
        events = filter.Kind is { } kind ? events.Where(e => e.Kind == kind) : events;
        events = filter.FromUtc is { } from ? events.Where(e => e.AtUtc >= from) : events;
        events = filter.ToUtc is { } to ? events.Where(e => e.AtUtc < to) : events;
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
        return text is null ? events : events.Where(e => e.Subject!.ToLower().Contains(text) || e.Address!.Contains(text) || e.Details.ToLower().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    private static IQueryable<SessionRecord> Sessions(PortalDbContext context, RouterEventFilter filter, EventSearch? search)
    {
        var sessions = context.Set<SessionRecord>().AsNoTracking();
        sessions = filter.RouterId is { } routerId ? sessions.Where(s => s.RouterId == routerId) : sessions;
        sessions = filter.AccessId is { } accessId ? sessions.Where(s => s.AccessId == accessId) : sessions;
        if (search is null)
        {
            return sessions;
        }

        var (text, ids, address) = search;
        var named = context.Set<AccessAccount>().Where(a => a.SearchKey.Contains(text)).Select(a => a.Id);
        return (ids, address, search.IsPartOfAddress) switch
        {
            ({ Count: 0 }, { }, _) => sessions.Where(s => s.Address == address),
            ({ }, { }, _) => sessions.Where(s => s.Address == address || ids.Contains(s.AccessId)),
            ({ }, null, false) => sessions.Where(s => ids.Contains(s.AccessId)),
            (null, null, false) => sessions.Where(s => named.Contains(s.AccessId)),
            _ => sessions.Where(s => s.Address!.Contains(text) || named.Contains(s.AccessId)),
        };
    }

    // Names are looked up for the rows of the page alone.
    private static IQueryable<Happening> Named(PortalDbContext context, IQueryable<RouterEvent> events) =>
        from happened in events
        join router in context.Set<Router>() on happened.RouterId equals router.Id
        select new Happening
        {
            Id = happened.Id,
            Kind = happened.Kind,
            AtUtc = happened.AtUtc,
            RouterId = happened.RouterId,
            RouterName = router.Name,
            AccessId = happened.AccessId,
            Subject = happened.Subject,
            Address = happened.Address,
            Details = happened.Details,
            Menu = happened.Menu,
            Item = happened.Item,
        };

    private static IQueryable<Happening> Named(PortalDbContext context, List<Guid> ids, RouterEventKind kind)
    {
        var ended = kind == RouterEventKind.Logout;
        return from session in context.Set<SessionRecord>().AsNoTracking().Where(s => ids.Contains(s.Id))
               join access in context.Set<AccessAccount>() on session.AccessId equals access.Id
               join router in context.Set<Router>() on session.RouterId equals router.Id
               select new Happening
               {
                   Id = session.Id,
                   Kind = kind,
                   AtUtc = ended ? session.EndedAtUtc!.Value : session.StartedAtUtc,
                   RouterId = session.RouterId,
                   RouterName = router.Name,
                   AccessId = session.AccessId,
                   Subject = access.Username,
                   Address = session.Address,
                   Details = session.CallerId,
                   EndReason = ended ? session.EndReason : null,
               };
    }

    // Counted in the order of the list, which an index has: the database stops as soon as it has seen enough.
    internal sealed class Source(Func<int, IQueryable<Moment>> newest, Func<List<Guid>, IQueryable<Happening>> named)
    {
        /// <summary>So many, the newest first.</summary>
        public IQueryable<Moment> Newest(int most) => newest(most);

        public Task<int> CountAsync(int most, CancellationToken cancellationToken) => newest(most).CountAsync(cancellationToken);

        public async Task<IEnumerable<RouterEventRow>> ReadAsync(List<Guid> ids, CancellationToken cancellationToken) =>
            (await named(ids).ToListAsync(cancellationToken))
                .Select(e => new RouterEventRow(e.Id, e.Kind, e.AtUtc, e.RouterId, e.RouterName, e.AccessId, e.Subject, e.Address, e.Details, e.EndReason, e.Menu, e.Item));
    }

    internal sealed class Moment
    {
        public DateTime AtUtc { get; init; }

        public Guid Id { get; init; }
    }

    internal sealed class Happening
    {
        public Guid Id { get; init; }

        public RouterEventKind Kind { get; init; }

        public DateTime AtUtc { get; init; }

        public Guid RouterId { get; init; }

        public required string RouterName { get; init; }

        public Guid? AccessId { get; init; }

        public string? Subject { get; init; }

        public string? Address { get; init; }

        public string? Details { get; init; }

        public string? Menu { get; init; }

        public string? Item { get; init; }

        public SessionEndReason? EndReason { get; init; }
    }
}
