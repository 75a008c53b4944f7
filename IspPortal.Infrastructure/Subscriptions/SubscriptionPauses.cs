using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Infrastructure.Subscriptions.Offers;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>A pause begins and is over, the same whether a person or its day brings it.</summary>
internal static class SubscriptionPauses
{
    public static Error? Begin(SubscriptionWork work, SubscriptionPause pause)
    {
        if (work.Lifecycle != AccessLifecycle.Live || pause.State != SubscriptionPauseState.Scheduled)
        {
            return SubscriptionsErrors.WrongStatus(work.Subscription.Status);
        }

        if (work.Subscription.Holds.HasFlag(AccessHolds.Pause))
        {
            return SubscriptionsErrors.AlreadyHeld;
        }

        pause.State = SubscriptionPauseState.Running;
        work.Hold(AccessHolds.Pause, pause.Reason);
        work.WantLine("pause begins");
        return null;
    }

    /// <summary>The line is on again from <paramref name="backOn"/>; prepaid time that was paused is given back at the end.</summary>
    public static async Task<Error?> EndAsync(SubscriptionWork work, SubscriptionPause pause, DateOnly backOn, string? reason, CancellationToken cancellationToken)
    {
        if (pause.State != SubscriptionPauseState.Running)
        {
            return SubscriptionsErrors.NoPause;
        }

        var subscription = work.Subscription;
        var days = Math.Max(0, backOn.DayNumber - pause.FromOn.DayNumber);
        pause.ToOn = days == 0 ? pause.FromOn : backOn.AddDays(-1);
        pause.State = days == 0 ? SubscriptionPauseState.Cancelled : SubscriptionPauseState.Ended;
        work.Release(AccessHolds.Pause, reason);
        work.WantLine("pause is over");
        // Time that had run out before is not given back.
        if (subscription.EndsOn is { } end && days > 0 && (pause.FromOn <= end.AddDays(1) || !subscription.Holds.HasFlag(AccessHolds.Expired)))
        {
            subscription.EndsOn = end.AddDays(days);
            await ShiftNextPeriodAsync(work, end.AddDays(1), days, cancellationToken);
        }

        work.Context.AddEvent(new SubscriptionTermsChanged(subscription.Id));
        return null;
    }

    // What was to come with the next period still comes with it.
    private static async Task ShiftNextPeriodAsync(SubscriptionWork work, DateOnly nextPeriod, int days, CancellationToken cancellationToken)
    {
        foreach (var change in (await SubscriptionTransitions.ChangesAheadAsync(work.Context, work.Subscription.Id, cancellationToken)).Where(c => c.Kind == SubscriptionChangeKind.ChangePlan && c.DueOn == nextPeriod))
        {
            change.DueOn = change.DueOn.AddDays(days);
        }

        await OfferSelling.ShiftPeriodsAsync(work, nextPeriod, days, cancellationToken);
    }
}
