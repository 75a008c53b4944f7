using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Plans;

namespace IspPortal.Infrastructure.Subscriptions.Quota;

/// <summary>Brings a line in the state that its used data asks for, and back. Comparing and not remembering: what was missed is made good whenever it is looked at.</summary>
internal static class QuotaStates
{
    /// <summary>Whether the line is not as it should be.</summary>
    /// <param name="line">As it is.</param>
    /// <param name="isUsedUp">Whether its data is used up.</param>
    /// <param name="own">The plan's profile on its router.</param>
    /// <param name="speedOnRouter">What the router is to hold for a profile of that name, or null.</param>
    public static bool IsBehind(QuotaLine line, bool isUsedUp, string own, Func<string, string?> speedOnRouter)
    {
        var (throttled, blocked) = Wanted(line.Counts ? line.Action : null, isUsedUp);
        if (line.IsOverQuota != throttled || line.Holds.HasFlag(AccessHolds.Quota) != blocked)
        {
            return true;
        }

        // Another plan's speed, or another router since it was throttled.
        return throttled && line.Service != AccessService.Static
            && (line.ThrottledProfile != ThrottledProfile.For(line.Service, line.PlanThrottledProfile, own)
                || (line.PlanThrottledProfile is null && speedOnRouter(line.ThrottledProfile!) != ThrottledProfile.SpeedOf(line.ThrottledDownBitsPerSecond, line.ThrottledUpBitsPerSecond)));
    }

    /// <summary>Sets and lifts what has to be; gives whether anything changed.</summary>
    public static async Task<bool> BringAsync(SubscriptionWork work, bool isUsedUp, CancellationToken cancellationToken)
    {
        var plan = await SubscriptionTransitions.PlanAsync(work.Context, work.Subscription.PlanId, cancellationToken);
        var counts = plan.QuotaBytes is not null && work.Lifecycle == AccessLifecycle.Live;
        var (throttled, blocked) = Wanted(counts ? plan.QuotaAction : null, isUsedUp);
        var changed = await ThrottleAsync(work, plan, throttled, cancellationToken);
        var isBlocked = work.Subscription.Holds.HasFlag(AccessHolds.Quota);
        if (blocked != isBlocked)
        {
            if (blocked)
            {
                work.Hold(AccessHolds.Quota, null);
            }
            else
            {
                work.Release(AccessHolds.Quota, null);
            }

            changed = true;
        }

        if (changed)
        {
            work.WantLine(throttled || blocked ? "data used up" : "data is there again");
        }

        return changed;
    }

    private static async Task<bool> ThrottleAsync(SubscriptionWork work, ServicePlan plan, bool throttled, CancellationToken cancellationToken)
    {
        var wanted = work.Wanted;
        if (!throttled)
        {
            if (!wanted.IsOverQuota)
            {
                return false;
            }

            wanted.IsOverQuota = false;
            wanted.ThrottledProfile = plan.Service == AccessService.Static ? null : plan.ThrottledProfile;
            work.Note(SubscriptionHistoryKind.QuotaLifted, null, null, plan.Slug);
            return true;
        }

        var own = (await PlanProfileNames.LoadAsync(work.Context, plan.Id, plan.Profile, cancellationToken)).On(work.Subscription.RouterId);
        await ThrottledProfile.WantAsync(work.Context, work.Clock, plan, work.Subscription.RouterId, own, cancellationToken);
        wanted.ThrottledProfile = ThrottledProfile.For(plan.Service, plan.ThrottledProfile, own);
        wanted.ThrottledRateLimit = LineContent.ThrottledRateOf(plan);
        if (!wanted.IsOverQuota)
        {
            wanted.IsOverQuota = true;
            work.Note(SubscriptionHistoryKind.QuotaUsedUp, null, null, plan.Slug);
        }

        return true;
    }

    private static (bool Throttled, bool Blocked) Wanted(PlanQuotaAction? action, bool isUsedUp) =>
        (isUsedUp && action == PlanQuotaAction.Throttle, isUsedUp && action == PlanQuotaAction.Block);
}
