using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring.Usage;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.Quota;

/// <summary>Reads what quotas are judged by.</summary>
internal static class QuotaReading
{
    /// <summary>The given subscriptions with their plans and lines.</summary>
    public static Task<List<QuotaLine>> LinesAsync(PortalDbContext context, IReadOnlyCollection<Guid> subscriptionIds, CancellationToken cancellationToken) => (
        from subscription in context.Set<Subscription>().AsNoTracking()
        join plan in context.Set<ServicePlan>() on subscription.PlanId equals plan.Id
        join price in context.Set<PlanPrice>() on subscription.PriceId equals price.Id
        join wanted in context.Set<DesiredAccessRecord>() on subscription.AccessId equals wanted.AccessId
        where subscriptionIds.Contains(subscription.Id)
        orderby subscription.Number
        select new QuotaLine
        {
            SubscriptionId = subscription.Id,
            AccessId = subscription.AccessId,
            CustomerId = subscription.CustomerId,
            RouterId = subscription.RouterId,
            Service = subscription.Service,
            Number = subscription.Number,
            Status = subscription.Status,
            Holds = subscription.Holds,
            StartsOn = subscription.StartsOn,
            EndsOn = subscription.EndsOn,
            PlanId = plan.Id,
            PlanName = plan.Name,
            Cycle = plan.Cycle,
            CycleDays = plan.CycleDays,
            QuotaBytes = plan.QuotaBytes,
            Action = plan.QuotaAction,
            ResetDay = plan.QuotaResetDay,
            ThrottledDownBitsPerSecond = plan.ThrottledDownBitsPerSecond,
            ThrottledUpBitsPerSecond = plan.ThrottledUpBitsPerSecond,
            PlanThrottledProfile = plan.ThrottledProfile,
            PerGigabyte = price.OveragePerGigabyte,
            IsOverQuota = wanted.IsOverQuota,
            ThrottledProfile = wanted.ThrottledProfile,
        }).ToListAsync(cancellationToken);

    /// <summary>What lines used, each over its own days; one of which nothing was read used nothing that counts.</summary>
    public static async Task<Result<Dictionary<TKey, UsageTotal>>> UsedAsync<TKey>(
        IUsageDirectory usage, IEnumerable<(TKey Key, Guid AccessId, QuotaPeriod Period)> wanted, CancellationToken cancellationToken)
        where TKey : notnull
    {
        var used = new Dictionary<TKey, UsageTotal>();

        // Whatever ends on one day is one question, whenever it began: the second period of a line that ends on it, if ever there is one, is another.
        foreach (var same in wanted.GroupBy(w => w.Period.ToOn).SelectMany(ends => ends.GroupBy(w => w.AccessId).SelectMany(line => line.Index()).GroupBy(w => w.Index, w => w.Item)))
        {
            var sums = await usage.SumsSinceAsync(same.ToDictionary(w => w.AccessId, w => w.Period.FromOn), same.First().Period.ToOn, cancellationToken);
            if (!sums.Succeeded)
            {
                return sums.Error;
            }

            foreach (var (key, accessId, _) in same)
            {
                used[key] = sums.Value.GetValueOrDefault(accessId) ?? new UsageTotal(0, 0, TimeSpan.Zero);
            }
        }

        return used;
    }
}
