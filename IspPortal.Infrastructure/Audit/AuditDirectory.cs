using System.Linq.Expressions;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Audit;

internal sealed class AuditDirectory(IDbContextFactory<PortalDbContext> contexts, IEnumerable<IAuditNames> sources, ICurrentActor actor) : IAuditDirectory
{
    private const int MostNamedThings = 200;

    private static readonly Expression<Func<AuditEntry, AuditRow>> ToRow = entry => new AuditRow(
        entry.Id, entry.AtUtc, entry.ActorKind, entry.ActorId, entry.ActorName, entry.Address, entry.Action, entry.Entity, entry.EntityId, null);

    public async Task<Result<Page<AuditRow>>> ListAsync(AuditFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(AuditPermissions.AuditRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = Matching(context, filter, page.SearchOrNull, await NamedAsync(page.SearchOrNull, cancellationToken));
        var ordered = page.Descending || page.Sort is null
            ? entries.OrderByDescending(entry => entry.AtUtc).ThenByDescending(entry => entry.Id)
            : entries.OrderBy(entry => entry.AtUtc).ThenBy(entry => entry.Id);
        var rows = await ordered.Skip(page.Skip).Take(page.Take).Select(ToRow).ToListAsync(cancellationToken);
        return Page<AuditRow>.Of(await WithNamesAsync(rows, cancellationToken), page, await entries.LongCountAsync(cancellationToken));
    }

    public async Task<Result<AuditDetails>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (actor.Deny(AuditPermissions.AuditRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entry = await context.Set<AuditEntry>().AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == id, cancellationToken);
        return entry is null
            ? AuditErrors.NotFound
            : new AuditDetails((await WithNamesAsync([ToRow.Compile()(entry)], cancellationToken))[0], entry.BeforeJson, entry.AfterJson);
    }

    internal static IQueryable<AuditEntry> Matching(PortalDbContext context, AuditFilter filter, string? search, IReadOnlyCollection<string> namedIds)
    {
        var entries = context.Set<AuditEntry>().AsNoTracking();
        entries = filter.ActorId is { } actorId ? entries.Where(entry => entry.ActorId == actorId) : entries;
        entries = filter.Entity is { } entity ? entries.Where(entry => entry.Entity == entity) : entries;
        entries = filter.EntityId is { } entityId ? entries.Where(entry => entry.EntityId == entityId) : entries;
        entries = filter.Action is { } action ? entries.Where(entry => entry.Action == action) : entries;
        entries = filter.FromUtc is { } from ? entries.Where(entry => entry.AtUtc >= from) : entries;
        entries = filter.ToUtc is { } to ? entries.Where(entry => entry.AtUtc < to) : entries;
        if (search?.ToLowerInvariant() is not { } text)
        {
            return entries;
        }

#pragma warning disable CA1304, CA1310, CA1311, CA1862, MA0011 // translated to the database's lower(): LIKE alone minds the case on PostgreSQL
        return entries.Where(entry =>
            entry.ActorName.ToLower().StartsWith(text) || entry.Entity.ToLower().StartsWith(text) || entry.Action.ToLower().StartsWith(text)
            || entry.EntityId!.ToLower().StartsWith(text) || namedIds.Contains(entry.EntityId!));
#pragma warning restore CA1304, CA1310, CA1311, CA1862, MA0011
    }

    private async Task<IReadOnlyCollection<string>> NamedAsync(string? search, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        if (search is null)
        {
            return ids;
        }

        foreach (var source in sources)
        {
            ids.AddRange(await source.FindAsync(search, MostNamedThings, cancellationToken));
        }

        return ids;
    }

    private async Task<List<AuditRow>> WithNamesAsync(List<AuditRow> rows, CancellationToken cancellationToken)
    {
        var things = rows.Where(row => row.EntityId is not null).Select(row => new AuditThing(row.Entity, row.EntityId!)).ToHashSet();
        var names = new Dictionary<AuditThing, string>();
        foreach (var source in things.Count == 0 ? [] : sources)
        {
            foreach (var (thing, name) in await source.NamesAsync(things, cancellationToken))
            {
                names[thing] = name;
            }
        }

        return [.. rows.Select(row => row.EntityId is not null && names.TryGetValue(new AuditThing(row.Entity, row.EntityId), out var name) ? row with { EntityName = name } : row)];
    }
}
