using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Pairs;

/// <summary>Works out the clean-up plans of routers that were dead and answer again, so that a person finds them with steps and kicks counted. Applies none.</summary>
internal sealed class CleanUpDrafts(PortalContextSource source, UnreadParts parts, ILiveRouters live, TimeProvider clock)
{
    /// <summary>Gives how many were worked out.</summary>
    public async Task<int> PrepareAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(PrepareCleanUpsJob.Key);
        var waiting = await (
            from part in context.Set<AccessPlanRouter>().AsNoTracking()
            where part.IsUnread
            join plan in context.Set<AccessPlanRecord>() on part.PlanId equals plan.Id
            where plan.State == AccessPlanState.Draft && plan.Origin == PairPlanner.CleanUpOrigin
            orderby plan.CreatedAtUtc
            select new { part.PlanId, part.RouterId }).ToListAsync(cancellationToken);
        var prepared = 0;
        foreach (var part in waiting.Where(p => live.StatusOf(p.RouterId)?.State == RouterState.Online))
        {
            if (await parts.PlanAsync(part.PlanId, part.RouterId, cancellationToken) is null)
            {
                prepared++;
                await EndIfEmptyAsync(context, part.PlanId, cancellationToken);
            }
        }

        return prepared;
    }

    // The router holds what it should: nobody needs to look at that.
    private async Task EndIfEmptyAsync(PortalDbContext context, Guid planId, CancellationToken cancellationToken)
    {
        var isEmpty = !await context.Set<AccessPlanStepRecord>().AnyAsync(s => s.PlanId == planId, cancellationToken)
            && !await context.Set<AccessPlanFindingRecord>().AnyAsync(f => f.PlanId == planId, cancellationToken);
        if (isEmpty && await context.Set<AccessPlanRecord>().FirstOrDefaultAsync(p => p.Id == planId && p.State == AccessPlanState.Draft, cancellationToken) is { } plan)
        {
            (plan.State, plan.EndedAtUtc) = (AccessPlanState.Discarded, clock.UtcNow());
            await context.TrySaveAsync(null, cancellationToken);
        }
    }
}
