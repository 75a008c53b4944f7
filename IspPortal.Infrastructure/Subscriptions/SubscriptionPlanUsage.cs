using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Plans;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>Who is on a plan: its subscriptions, and the lines that are kept by hand and look like it.</summary>
internal sealed class SubscriptionPlanUsage(IDbContextFactory<PortalDbContext> contexts, OwnedPlanUsage owned) : IPlanUsage
{
    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<Guid, int>(await owned.CountAsync(planIds, cancellationToken));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var group in await Sold(context).Where(s => planIds.Contains(s.PlanId)).GroupBy(s => s.PlanId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken))
        {
            counts[group.Key] = counts.GetValueOrDefault(group.Key) + group.Count;
        }

        return counts;
    }

    public async Task<bool> IsSoldAsync(Guid planId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Subscription>().AnyAsync(s => s.PlanId == planId, cancellationToken) || await context.Set<SubscriptionTerm>().AnyAsync(t => t.PlanId == planId, cancellationToken);
    }

    public async Task<PlanUsage> GetAsync(Guid planId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var routers = await Sold(context).Where(s => s.PlanId == planId).GroupBy(s => s.RouterId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var prices = await Sold(context).Where(s => s.PlanId == planId && !s.IsTrial).GroupBy(s => s.Price).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var byHand = await owned.GetAsync(planId, routers, cancellationToken);
        return byHand with
        {
            Prices = [.. byHand.Prices.Concat(prices.Select(p => new PlanPriceShare(p.Key, p.Count))).GroupBy(p => p.Price).Select(g => new PlanPriceShare(g.Key, g.Sum(p => p.Lines))).OrderByDescending(p => p.Lines)],
        };
    }

    public async Task<IReadOnlyList<Guid>> ListStaticLinesAsync(Guid planId, CancellationToken cancellationToken)
    {
        var byHand = await owned.ListStaticLinesAsync(planId, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sold = await Sold(context).Where(s => s.PlanId == planId && s.Service == AccessService.Static && s.Status != SubscriptionStatus.Pending).OrderBy(s => s.AccessId).Select(s => s.AccessId).ToListAsync(cancellationToken);
        return [.. byHand.Concat(sold)];
    }

    private static IQueryable<Subscription> Sold(PortalDbContext context) => context.Set<Subscription>().AsNoTracking().Where(s => s.Status != SubscriptionStatus.Terminated);
}
