using System.Net;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Events;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Events;

/// <summary>Events of the log, and the beginnings and ends of sessions, merged by time: each source gives its newest, so that none is stored twice.</summary>
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
        var rows = new List<RouterEventRow>();
        var count = 0L;
        var until = page.Skip + page.Take;
        foreach (var source in Sources(context, filter, page.SearchOrNull?.ToLowerInvariant()))
        {
            count += await source.LongCountAsync(cancellationToken);
            rows.AddRange((await source.OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Take(until).ToListAsync(cancellationToken)).Select(ToRow));
        }

        return Page<RouterEventRow>.Of([.. rows.OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Skip(page.Skip).Take(page.Take)], page, count);
    }

    public async Task<Result<IReadOnlyList<AddressHolder>>> WhoHadAsync(string address, DateTime atUtc, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.SessionsRead) is { } denied)
        {
            return denied;
        }

        if (!IPAddress.TryParse(address.Trim(), out var parsed))
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

    private static IEnumerable<IQueryable<Happening>> Sources(PortalDbContext context, RouterEventFilter filter, string? text)
    {
        if (filter.Kind is not (RouterEventKind.Login or RouterEventKind.Logout))
        {
            yield return Logged(context, filter, text);
        }

        if (filter.Kind is null or RouterEventKind.Login)
        {
            yield return Sessions(context, filter, text, ended: false);
        }

        if (filter.Kind is null or RouterEventKind.Logout)
        {
            yield return Sessions(context, filter, text, ended: true);
        }
    }

    private static IQueryable<Happening> Logged(PortalDbContext context, RouterEventFilter filter, string? text)
    {
        var events = context.Set<RouterEvent>().AsNoTracking();
        events = filter.RouterId is { } routerId ? events.Where(e => e.RouterId == routerId) : events;
        events = filter.AccessId is { } accessId ? events.Where(e => e.AccessId == accessId) : events;
        events = filter.Kind is { } kind ? events.Where(e => e.Kind == kind) : events;
        events = filter.FromUtc is { } from ? events.Where(e => e.AtUtc >= from) : events;
        events = filter.ToUtc is { } to ? events.Where(e => e.AtUtc < to) : events;
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
        events = text is null ? events : events.Where(e => e.Subject!.ToLower().Contains(text) || e.Address!.Contains(text) || e.Details.ToLower().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        return from happened in events
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
    }

    private static IQueryable<Happening> Sessions(PortalDbContext context, RouterEventFilter filter, string? text, bool ended)
    {
        var sessions = context.Set<SessionRecord>().AsNoTracking();
        sessions = filter.RouterId is { } routerId ? sessions.Where(s => s.RouterId == routerId) : sessions;
        sessions = filter.AccessId is { } accessId ? sessions.Where(s => s.AccessId == accessId) : sessions;
        if (ended)
        {
            sessions = sessions.Where(s => s.EndedAtUtc != null);
            sessions = filter.FromUtc is { } from ? sessions.Where(s => s.EndedAtUtc >= from) : sessions;
            sessions = filter.ToUtc is { } to ? sessions.Where(s => s.EndedAtUtc < to) : sessions;
        }
        else
        {
            sessions = filter.FromUtc is { } from ? sessions.Where(s => s.StartedAtUtc >= from) : sessions;
            sessions = filter.ToUtc is { } to ? sessions.Where(s => s.StartedAtUtc < to) : sessions;
        }

        var kind = ended ? RouterEventKind.Logout : RouterEventKind.Login;
        return from session in sessions
               join access in context.Set<AccessAccount>() on session.AccessId equals access.Id
               join router in context.Set<Router>() on session.RouterId equals router.Id
               where text == null || access.SearchKey.Contains(text) || session.Address!.Contains(text)
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

    private static RouterEventRow ToRow(Happening e) => new(e.Id, e.Kind, e.AtUtc, e.RouterId, e.RouterName, e.AccessId, e.Subject, e.Address, e.Details, e.EndReason, e.Menu, e.Item);

    private sealed class Happening
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
