using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Opening;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Opening;

/// <summary>Imports of opening balances for the audit by the name of their file.</summary>
internal sealed class OpeningAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    private const string Entity = "opening-import";

    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var ids = things.Where(thing => thing.Entity == Entity && thing.Guid is not null).Select(thing => thing.Guid!.Value).Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<AuditThing, string>();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<OpeningImport>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => new AuditThing(Entity, i.Id.ToString()), i => i.FileName, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var name = text.Trim();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Set<OpeningImport>().AsNoTracking().Where(i => i.FileName.StartsWith(name)).OrderByDescending(i => i.CreatedAtUtc).Select(i => i.Id).Take(limit).ToListAsync(cancellationToken);
        return ids.ConvertAll(id => id.ToString());
    }
}
