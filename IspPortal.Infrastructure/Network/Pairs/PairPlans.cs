using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Pairs;

/// <summary>The plans of a pair.</summary>
internal static class PairPlans
{
    private const int Most = 10;

    /// <summary>Those that are not over yet, newest first.</summary>
    public static async Task<List<PairPlanRow>> OpenAsync(PortalDbContext context, Guid routerId, Guid partnerId, CancellationToken cancellationToken)
    {
        var parts = context.Set<AccessPlanRouter>().AsNoTracking();
        var plans = await context.Set<AccessPlanRecord>().AsNoTracking()
            .Where(p => p.Origin == PairPlanner.MoveOrigin || p.Origin == PairPlanner.TwinsOrigin || p.Origin == PairPlanner.AlignOrigin || p.Origin == PairPlanner.CleanUpOrigin)
            .Where(p => p.State == AccessPlanState.Draft || p.State == AccessPlanState.Applying || p.State == AccessPlanState.Stopped)
            .Where(p => parts.Any(part => part.PlanId == p.Id && (part.RouterId == routerId || part.RouterId == partnerId)))
            .OrderByDescending(p => p.CreatedAtUtc).ThenByDescending(p => p.Id).Take(Most).ToListAsync(cancellationToken);
        var ids = plans.ConvertAll(p => p.Id);
        var sums = (await parts.Where(p => ids.Contains(p.PlanId)).ToListAsync(cancellationToken)).ToLookup(p => p.PlanId);
        return plans.ConvertAll(p => new PairPlanRow(p.Id, p.Origin, p.State, sums[p.Id].Sum(part => part.Steps), sums[p.Id].Sum(part => part.Kicks), sums[p.Id].Any(part => part.IsUnread), p.CreatedAtUtc));
    }
}
