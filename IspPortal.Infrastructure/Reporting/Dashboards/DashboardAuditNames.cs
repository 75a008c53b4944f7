using IspPortal.Core.Audit;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Dashboards;

/// <summary>Dashboards for the audit by their name.</summary>
internal sealed class DashboardAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    private const string Entity = "dashboard";

    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var ids = things.Where(thing => thing.Entity == Entity && thing.Guid is not null).Select(thing => thing.Guid!.Value).Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<AuditThing, string>();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Dashboard>().AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => new AuditThing(Entity, d.Id.ToString()), d => d.Name, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var name = text.Trim();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Set<Dashboard>().AsNoTracking().Where(d => d.Name.StartsWith(name)).OrderBy(d => d.Id).Select(d => d.Id).Take(limit).ToListAsync(cancellationToken);
        return ids.ConvertAll(id => id.ToString());
    }
}
