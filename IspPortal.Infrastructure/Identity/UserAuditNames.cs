using IspPortal.Core.Audit;
using IspPortal.Core.Common.Search;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity;

/// <summary>Users, and what hangs on them, by their e-mail for the audit.</summary>
internal sealed class UserAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var wanted = things.Where(thing => thing.Entity is "user" or "user_role" && thing.Guid is not null).ToList();
        if (wanted.Count == 0)
        {
            return new Dictionary<AuditThing, string>();
        }

        var ids = wanted.Select(thing => thing.Guid!.Value).Distinct().ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var names = await context.Set<PortalUser>().AsNoTracking().Where(user => ids.Contains(user.Id) && user.Email != null).ToDictionaryAsync(user => user.Id, user => user.Email!, cancellationToken);
        return wanted.Where(thing => names.ContainsKey(thing.Guid!.Value)).Distinct().ToDictionary(thing => thing, thing => names[thing.Guid!.Value]);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var key = SearchKey.Of(text);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Set<PortalUser>().AsNoTracking().Where(user => user.SearchKey.Contains(key)).OrderBy(user => user.Id).Take(limit).Select(user => user.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.ToString())];
    }
}
