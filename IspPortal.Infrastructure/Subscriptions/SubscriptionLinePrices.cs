using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Plans;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>What subscriptions of a router pay, and what the plans cost that its profiles serve.</summary>
internal sealed class SubscriptionLinePrices(PortalContextSource source, PlanCalendar calendar) : ILinePrices
{
    private const string Actor = "line-prices";

    public async Task<LinePrices> OnRouterAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var today = await calendar.TodayAsync(cancellationToken);
        await using var context = source.CreateForSystem(Actor);
        var plans = await context.Set<ServicePlan>().AsNoTracking().ToDictionaryAsync(p => p.Id, cancellationToken);
        var sold = await context.Set<Subscription>().AsNoTracking()
            .Where(s => s.RouterId == routerId && !s.IsTrial && (s.Status == SubscriptionStatus.Active || s.Status == SubscriptionStatus.Suspended))
            .Select(s => new { s.AccessId, s.PlanId, s.Price, s.Status }).ToListAsync(cancellationToken);
        return new(
            sold.ToDictionary(s => s.AccessId, s => new LinePrice(plans[s.PlanId].Period.PerMonth(s.Price), s.Status == SubscriptionStatus.Active)),
            await ProfilesAsync(context, plans, routerId, today, cancellationToken));
    }

    private static async Task<Dictionary<(AccessService, string), Money>> ProfilesAsync(
        PortalDbContext context, Dictionary<Guid, ServicePlan> plans, Guid routerId, DateOnly today, CancellationToken cancellationToken)
    {
        var mapped = await context.Set<PlanRouterProfile>().AsNoTracking().Where(m => m.RouterId == routerId).ToDictionaryAsync(m => m.PlanId, m => m.Profile, cancellationToken);
        var prices = (await context.Set<PlanPrice>().AsNoTracking().Where(p => p.ValidFromOn <= today).Select(p => new { p.PlanId, p.ValidFromOn, p.Price }).ToListAsync(cancellationToken))
            .GroupBy(p => p.PlanId).ToDictionary(g => g.Key, g => g.MaxBy(p => p.ValidFromOn)!.Price);
        return plans.Values
            .Where(p => p.RetiredAtUtc is null && prices.ContainsKey(p.Id) && mapped.GetValueOrDefault(p.Id, p.Profile ?? "").Length > 0)
            .GroupBy(p => (p.Service, mapped.GetValueOrDefault(p.Id, p.Profile ?? "")), p => p.Period.PerMonth(prices[p.Id]))
            .Where(g => g.Distinct().Take(2).Count() == 1)
            .ToDictionary(g => g.Key, g => g.First());
    }
}
