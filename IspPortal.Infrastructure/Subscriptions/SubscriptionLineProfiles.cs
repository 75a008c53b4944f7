using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Night;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>
/// What the plans of sold lines are called on one router: where a pair lets the other router serve a line, it is to have that one's profile. A line in its night keeps the plan's profile on a router
/// that was never told of a night's.
/// </summary>
internal sealed class SubscriptionLineProfiles : ILineProfiles
{
    public async Task<IReadOnlyDictionary<Guid, string>> OnAsync(PortalDbContext context, Guid routerId, IReadOnlyCollection<Guid>? accessIds, CancellationToken cancellationToken)
    {
        // Plans without a name of their own anywhere are called the same everywhere.
        var mapped = await context.Set<PlanRouterProfile>().AsNoTracking().ToListAsync(cancellationToken);
        var plans = mapped.Select(m => m.PlanId).Distinct().ToList();
        var here = mapped.Where(m => m.RouterId == routerId).ToDictionary(m => m.PlanId, m => m.Profile);
        var sold = context.Set<Subscription>().AsNoTracking()
            .Where(s => s.Service != AccessService.Static && s.Status != SubscriptionStatus.Terminated && (s.NightPercent != null || plans.Contains(s.PlanId)));
        var ids = accessIds?.ToList();
        sold = ids is null
            ? sold.Where(s => context.Set<AccessPlacement>().Any(p => p.AccessId == s.AccessId && p.RouterId == routerId))
            : sold.Where(s => ids.Contains(s.AccessId));
        var lines = await (
            from subscription in sold
            join plan in context.Set<ServicePlan>() on subscription.PlanId equals plan.Id
            join line in context.Set<DesiredAccessRecord>() on subscription.AccessId equals line.AccessId
            select new { line.AccessId, line.Service, line.Profile, subscription.PlanId, subscription.NightPercent, Own = plan.Profile }).ToListAsync(cancellationToken);
        if (lines.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        var nights = (await context.Set<DesiredProfileRecord>().AsNoTracking().Where(p => p.RouterId == routerId && p.Like != null).Select(p => new { p.Service, p.Name }).ToListAsync(cancellationToken))
            .Select(p => (p.Service, p.Name)).ToHashSet();
        return (
            from line in lines
            let own = here.GetValueOrDefault(line.PlanId, line.Own ?? "")
            let night = NightProfile.NameOf(own, line.NightPercent)
            let name = nights.Contains((line.Service, night)) ? night : own
            where name != line.Profile
            select (line.AccessId, name)).ToDictionary(l => l.AccessId, l => l.name);
    }
}
