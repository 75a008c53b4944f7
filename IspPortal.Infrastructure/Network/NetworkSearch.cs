using IspPortal.Core.Common.Search;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network;

/// <summary>Finds routers by name or host, and accesses by the beginning of their username.</summary>
internal sealed class NetworkSearch(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : ISearchSource
{
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var key = text.Trim().ToLowerInvariant();
        var hits = new List<SearchHit>();
        if (key.Length == 0)
        {
            return hits;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (actor.Actor.May(NetworkPermissions.RoutersRead))
        {
            var routers = await context.Set<Router>().AsNoTracking()
                .Where(r => r.NameKey != null && (r.NameKey.Contains(key) || r.AddressKey!.Contains(key)))
                .OrderBy(r => r.NameKey)
                .Take(limit)
                .Select(r => new { r.Id, r.Name, r.Host, r.Site })
                .ToListAsync(cancellationToken);
            hits.AddRange(routers.Select(r => new SearchHit("router", r.Name, r.Site ?? r.Host, $"routers/{r.Id}")));
        }

        if (hits.Count < limit && actor.Actor.May(NetworkPermissions.SessionsRead))
        {
            var accesses = await (
                from access in Beginning(context, key)
                join router in context.Set<Router>() on access.RouterId equals router.Id
                where router.RemovedAtUtc == null
                orderby access.SearchKey
                select new { access.Id, access.Username, RouterName = router.Name }).Take(limit - hits.Count).ToListAsync(cancellationToken);
            hits.AddRange(accesses.Select(a => new SearchHit("access", a.Username, a.RouterName, $"subscribers/{a.Id}")));
        }

        return hits;
    }

    // SQLite compares by bytes and takes no index for LIKE; elsewhere a range depends on the collation.
    private static IQueryable<AccessAccount> Beginning(PortalDbContext context, string key)
    {
        var accesses = context.Set<AccessAccount>().AsNoTracking();
        var after = key + "\U0010FFFF";
#pragma warning disable CA1309, CA1310, MA0074 // translated to the database's comparison
        return context.Provider == StorageProvider.Sqlite
            ? accesses.Where(access => string.Compare(access.SearchKey, key) >= 0 && string.Compare(access.SearchKey, after) < 0)
            : accesses.Where(access => access.SearchKey.StartsWith(key));
#pragma warning restore CA1309, CA1310, MA0074
    }
}
