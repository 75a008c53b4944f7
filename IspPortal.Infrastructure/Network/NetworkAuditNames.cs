using IspPortal.Core.Audit;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network;

/// <summary>Routers by name for the audit, removed ones too.</summary>
internal sealed class NetworkAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var wanted = things.Where(thing => thing.Entity == "router" && thing.Guid is not null).ToList();
        if (wanted.Count == 0)
        {
            return new Dictionary<AuditThing, string>();
        }

        var ids = wanted.Select(thing => thing.Guid!.Value).Distinct().ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var names = await context.Set<Router>().AsNoTracking().Where(router => ids.Contains(router.Id)).ToDictionaryAsync(router => router.Id, router => router.Name, cancellationToken);
        return wanted.Where(thing => names.ContainsKey(thing.Guid!.Value)).Distinct().ToDictionary(thing => thing, thing => names[thing.Guid!.Value]);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var key = text.ToLowerInvariant();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
        var ids = await context.Set<Router>().AsNoTracking().Where(router => router.Name.ToLower().Contains(key)).OrderBy(router => router.Id).Take(limit).Select(router => router.Id).ToListAsync(cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        return [.. ids.Select(id => id.ToString())];
    }
}
