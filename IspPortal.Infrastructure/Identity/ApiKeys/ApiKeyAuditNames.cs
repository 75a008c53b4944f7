using IspPortal.Core.Audit;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.ApiKeys;

/// <summary>API keys by their name and prefix for the audit.</summary>
internal sealed class ApiKeyAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var wanted = things.Where(thing => thing is { Entity: "api_key", Guid: not null }).ToList();
        if (wanted.Count == 0)
        {
            return new Dictionary<AuditThing, string>();
        }

        var ids = wanted.Select(thing => thing.Guid!.Value).Distinct().ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var keys = await context.Set<ApiKey>().AsNoTracking().Where(key => ids.Contains(key.Id)).ToDictionaryAsync(key => key.Id, cancellationToken);
        return wanted.Where(thing => keys.ContainsKey(thing.Guid!.Value)).Distinct().ToDictionary(thing => thing, thing => keys[thing.Guid!.Value].ActorName);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var key = SearchKey.Of(text);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Set<ApiKey>().AsNoTracking().Where(row => row.SearchKey.Contains(key)).OrderBy(row => row.Id).Take(limit).Select(row => row.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.ToString())];
    }
}
