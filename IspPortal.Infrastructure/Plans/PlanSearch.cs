using IspPortal.Core.Common.Search;
using IspPortal.Core.Identity;
using IspPortal.Core.Plans;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Plans;

/// <summary>Finds service plans by name or short name.</summary>
internal sealed class PlanSearch(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : ISearchSource
{
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var key = SearchKey.Of(text);
        if (key.Length == 0 || !actor.Actor.May(PlanPermissions.PlansRead))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Set<ServicePlan>().AsNoTracking().Where(p => p.SearchKey.Contains(key)).OrderBy(p => p.RetiredAtUtc == null ? 0 : 1).ThenBy(p => p.Name).Take(limit)
            .Select(p => new { p.Id, p.Name, p.Slug }).ToListAsync(cancellationToken);
        return [.. found.Select(p => new SearchHit("plan", p.Name, p.Slug, $"plans/{p.Id}"))];
    }
}
