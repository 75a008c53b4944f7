using IspPortal.Core.Audit;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Core.Plans.Offers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Plans;

/// <summary>Plans, add-ons, promotions and campaigns by name for the audit.</summary>
internal sealed class PlanAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var names = new Dictionary<AuditThing, string>();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var group in things.Where(thing => thing.Guid is not null).GroupBy(thing => thing.Entity))
        {
            var ids = group.Select(thing => thing.Guid!.Value).Distinct().ToList();
            var query = group.Key switch
            {
                "service-plan" or "plan-profile" => context.Set<ServicePlan>().AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }),
                "plan-add-on" or "plan-add-on-plan" => context.Set<PlanAddOn>().AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }),
                "plan-promotion" or "plan-promotion-plan" => context.Set<PlanPromotion>().AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }),
                "speed-campaign" or "speed-campaign-plan" => context.Set<SpeedCampaign>().AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }),
                _ => null,
            };
            var found = query is null ? [] : await query.ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
            foreach (var thing in group.Distinct().Where(thing => found.ContainsKey(thing.Guid!.Value)))
            {
                names[thing] = found[thing.Guid!.Value];
            }
        }

        return names;
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var key = SearchKey.Of(text);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Set<ServicePlan>().AsNoTracking().Where(p => p.SearchKey.Contains(key)).OrderBy(p => p.Id).Take(limit).Select(p => p.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.ToString())];
    }
}
