using System.Linq.Expressions;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Audit;

internal sealed class AuditDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : IAuditDirectory
{
    private static readonly Expression<Func<AuditEntry, AuditRow>> ToRow = entry => new AuditRow(
        entry.Id, entry.AtUtc, entry.ActorKind, entry.ActorId, entry.ActorName, entry.Address, entry.Action, entry.Entity, entry.EntityId);

    public async Task<Result<Page<AuditRow>>> ListAsync(AuditFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(AuditPermissions.AuditRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = Matching(context, filter, page.SearchOrNull);
        var ordered = page.Descending || page.Sort is null
            ? entries.OrderByDescending(entry => entry.AtUtc).ThenByDescending(entry => entry.Id)
            : entries.OrderBy(entry => entry.AtUtc).ThenBy(entry => entry.Id);
        var rows = await ordered.Skip(page.Skip).Take(page.Take).Select(ToRow).ToListAsync(cancellationToken);
        return Page<AuditRow>.Of(rows, page, await entries.LongCountAsync(cancellationToken));
    }

    public async Task<Result<AuditDetails>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (actor.Deny(AuditPermissions.AuditRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entry = await context.Set<AuditEntry>().AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == id, cancellationToken);
        return entry is null ? AuditErrors.NotFound : new AuditDetails(ToRow.Compile()(entry), entry.BeforeJson, entry.AfterJson);
    }

    internal static IQueryable<AuditEntry> Matching(PortalDbContext context, AuditFilter filter, string? search)
    {
        var entries = context.Set<AuditEntry>().AsNoTracking();
        entries = filter.ActorId is { } actorId ? entries.Where(entry => entry.ActorId == actorId) : entries;
        entries = filter.Entity is { } entity ? entries.Where(entry => entry.Entity == entity) : entries;
        entries = filter.EntityId is { } entityId ? entries.Where(entry => entry.EntityId == entityId) : entries;
        entries = filter.Action is { } action ? entries.Where(entry => entry.Action == action) : entries;
        entries = filter.FromUtc is { } from ? entries.Where(entry => entry.AtUtc >= from) : entries;
        entries = filter.ToUtc is { } to ? entries.Where(entry => entry.AtUtc < to) : entries;
        return search is null ? entries : entries.Where(entry =>
            entry.ActorName.StartsWith(search) || entry.Entity.StartsWith(search) || entry.Action.StartsWith(search) || entry.EntityId!.StartsWith(search));
    }
}
