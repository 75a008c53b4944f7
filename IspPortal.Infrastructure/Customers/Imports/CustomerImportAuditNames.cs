using IspPortal.Core.Audit;
using IspPortal.Core.Customers.Imports;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Imports;

/// <summary>Imports of customers for the audit by the name of their file.</summary>
internal sealed class CustomerImportAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    private const string Entity = "customer-import";

    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var ids = things.Where(thing => thing.Entity == Entity && thing.Guid is not null).Select(thing => thing.Guid!.Value).Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<AuditThing, string>();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<CustomerImport>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => new AuditThing(Entity, i.Id.ToString()), i => i.FileName, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var name = text.Trim();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Set<CustomerImport>().AsNoTracking().Where(i => i.FileName.StartsWith(name)).OrderByDescending(i => i.CreatedAtUtc).Select(i => i.Id).Take(limit).ToListAsync(cancellationToken);
        return ids.ConvertAll(id => id.ToString());
    }
}
