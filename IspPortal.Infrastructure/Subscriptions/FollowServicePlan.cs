using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.Subscriptions.Night;
using IspPortal.Infrastructure.Subscriptions.Quota;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>
/// Lines that hold something of their plan themselves get what it says now: static ones their speed, the others the name of another profile. No session is ended for it; a profile is felt at the
/// next dial-in. A line whose speed a running campaign set is left to the campaign, which gives it the plan's at its end.
/// </summary>
internal sealed class FollowServicePlan(IDbContextFactory<PortalDbContext> contexts, SubscriptionWriting writing) : IEventHandler<ServicePlanChanged>
{
    public async Task HandleAsync(ServicePlanChanged domainEvent, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await context.Set<ServicePlan>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == domainEvent.PlanId, cancellationToken);
        if (plan is null)
        {
            return;
        }

        // Told together: a router gets one plan, not one for each line.
        var batch = Ids.New(writing.Clock);
        var behind = await BehindAsync(context, plan, cancellationToken);
        foreach (var subscriptionId in behind)
        {
            var changed = await writing.ChangeAsync(
                subscriptionId,
                null,
                null,
                async (work, token) =>
                {
                    if (work.Subscription.PlanId == plan.Id && work.Lifecycle != AccessLifecycle.Terminated)
                    {
                        await LineContent.ApplyPlanAsync(work.Context, work.Subscription, work.Wanted, plan, token);
                        work.InBatch(batch, KickPolicy.NextRedial, work.Context.Actor.Name);
                        if (work.Lifecycle == AccessLifecycle.Live)
                        {
                            work.WantLine($"plan {plan.Slug}");
                        }
                    }

                    return null;
                },
                cancellationToken);
            if (!changed.Succeeded)
            {
                throw new InvalidOperationException($"Subscription {subscriptionId} could not follow its plan: {changed.Error}");
            }
        }

        if (behind.Count > 0)
        {
            var now = writing.Clock.UtcNow();
            await context.Set<LineDelivery>().Where(d => d.BatchId == batch && d.State == LineDeliveryState.Pending).ExecuteUpdateAsync(set => set.SetProperty(d => d.NextTryAtUtc, now), cancellationToken);
            context.AddEvent(new LineWanted(batch));
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    private static async Task<List<Guid>> BehindAsync(PortalDbContext context, ServicePlan plan, CancellationToken cancellationToken)
    {
        var lines = await (
            from subscription in context.Set<Subscription>().AsNoTracking()
            join line in context.Set<DesiredAccessRecord>() on subscription.AccessId equals line.AccessId
            where subscription.PlanId == plan.Id && subscription.Status != SubscriptionStatus.Terminated
            orderby subscription.Number
            select new { subscription.Id, subscription.RouterId, subscription.NightPercent, line.AccessId, line.Profile, line.ThrottledProfile, line.IsOverQuota, line.RateLimit, line.ThrottledRateLimit }).ToListAsync(cancellationToken);
        if (plan.Service != AccessService.Static)
        {
            var names = await PlanProfileNames.LoadAsync(context, plan.Id, plan.Profile, cancellationToken);
            return [.. lines.Where(l => l.Profile != NightProfile.NameOf(names.On(l.RouterId), l.NightPercent) || (l.ThrottledProfile != plan.ThrottledProfile && !(plan.ThrottledProfile is null && l.IsOverQuota && plan.QuotaAction == PlanQuotaAction.Throttle && l.ThrottledProfile == ThrottledProfile.NameOf(names.On(l.RouterId))))).Select(l => l.Id)];
        }

        var throttled = LineContent.ThrottledRateOf(plan);
        var campaigns = (await (
            from change in context.Set<SpeedCampaignChange>().AsNoTracking()
            join campaign in context.Set<SpeedCampaign>() on change.CampaignId equals campaign.Id
            where campaign.State == SpeedCampaignState.Running && change.PlanId == plan.Id && change.AccessId != null
            select new { change.AccessId, change.During }).ToListAsync(cancellationToken)).ToHashSet();
        return [.. lines.Where(l => (l.RateLimit != LineContent.SpeedOf(plan.Speed, l.NightPercent).ToRateLimit().ToString() || l.ThrottledRateLimit != throttled) && !campaigns.Contains(new { AccessId = (Guid?)l.AccessId, During = l.RateLimit! })).Select(l => l.Id)];
    }
}
