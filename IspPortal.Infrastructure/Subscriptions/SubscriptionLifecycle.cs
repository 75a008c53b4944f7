using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Infrastructure.Subscriptions.Offers;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

internal sealed class SubscriptionLifecycle(ICurrentActor actor, SubscriptionWriting writing) : ISubscriptionLifecycle
{
    private const int MostPeriods = 36;

    public Task<Result> ActivateAsync(Guid subscriptionId, long version, DateOnly? onDay, CancellationToken cancellationToken) => DoAsync(
        SubscriptionsPermissions.SubscriptionsActivate,
        subscriptionId,
        version,
        null,
        (work, token) => IsLater(work, onDay)
            ? work.Lifecycle == AccessLifecycle.Pending ? ScheduleAsync(work, SubscriptionChangeKind.Activate, onDay!.Value, null, token) : Task.FromResult<Error?>(SubscriptionsErrors.WrongStatus(work.Subscription.Status))
            : SubscriptionTransitions.ActivateAsync(work, token),
        onDay,
        cancellationToken);

    public Task<Result> HoldAsync(Guid subscriptionId, long version, AccessHolds kind, string reason, CancellationToken cancellationToken)
    {
        if ((ByHand(kind) ?? SubscriptionWriting.RequireReason(reason)) is { } refused)
        {
            return Task.FromResult<Result>(refused);
        }

        return DoAsync(
            SubscriptionsPermissions.SubscriptionsHold,
            subscriptionId,
            version,
            reason,
            (work, _) =>
            {
                if (work.Lifecycle != AccessLifecycle.Live || work.Subscription.Holds.HasFlag(kind))
                {
                    return Task.FromResult<Error?>(work.Lifecycle != AccessLifecycle.Live ? SubscriptionsErrors.WrongStatus(work.Subscription.Status) : SubscriptionsErrors.AlreadyHeld);
                }

                work.Hold(kind, reason);
                work.WantLine(kind == AccessHolds.Abuse ? "held for abuse" : "held");
                return Task.FromResult<Error?>(null);
            },
            null,
            cancellationToken);
    }

    public Task<Result> ReleaseAsync(Guid subscriptionId, long version, AccessHolds kind, string reason, CancellationToken cancellationToken)
    {
        if ((ByHand(kind) ?? SubscriptionWriting.RequireReason(reason)) is { } refused)
        {
            return Task.FromResult<Result>(refused);
        }

        return DoAsync(
            SubscriptionsPermissions.SubscriptionsHold,
            subscriptionId,
            version,
            reason,
            (work, _) =>
            {
                if (!work.Release(kind, reason))
                {
                    return Task.FromResult<Error?>(SubscriptionsErrors.NotHeld);
                }

                work.WantLine("released");
                return Task.FromResult<Error?>(null);
            },
            null,
            cancellationToken);
    }

    public Task<Result> PauseAsync(Guid subscriptionId, long version, DateOnly fromOn, DateOnly toOn, string? reason, CancellationToken cancellationToken) => DoAsync(
        SubscriptionsPermissions.SubscriptionsWrite,
        subscriptionId,
        version,
        reason,
        async (work, token) =>
        {
            if (work.Lifecycle != AccessLifecycle.Live)
            {
                return SubscriptionsErrors.WrongStatus(work.Subscription.Status);
            }

            var others = await work.Context.Set<SubscriptionPause>().AsNoTracking().Where(p => p.SubscriptionId == subscriptionId && p.State != SubscriptionPauseState.Cancelled)
                .Select(p => new { p.FromOn, p.ToOn }).ToListAsync(token);
            if (PauseRule.Refuse(fromOn, toOn, work.Today, others.ConvertAll(p => (p.FromOn, p.ToOn)), work.Settings) is { } refused)
            {
                return refused;
            }

            var pause = new SubscriptionPause
            {
                Id = Ids.New(work.Clock),
                SubscriptionId = subscriptionId,
                FromOn = fromOn,
                ToOn = toOn,
                Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
                CreatedBy = actor.Actor.Name,
                CreatedAtUtc = work.Clock.UtcNow(),
            };
            work.Context.Add(pause);
            work.Note(SubscriptionHistoryKind.PauseAgreed, reason, fromOn, SubscriptionTransitions.Iso(fromOn), SubscriptionTransitions.Iso(toOn));
            if (fromOn > work.Today)
            {
                Schedule(work, SubscriptionChangeKind.BeginPause, fromOn, reason, pause.Id);
            }
            else if (SubscriptionPauses.Begin(work, pause) is { } failed)
            {
                return failed;
            }

            Schedule(work, SubscriptionChangeKind.EndPause, toOn.AddDays(1), reason, pause.Id);
            return null;
        },
        null,
        cancellationToken);

    public Task<Result> EndPauseAsync(Guid subscriptionId, long version, string? reason, CancellationToken cancellationToken) => DoAsync(
        SubscriptionsPermissions.SubscriptionsWrite,
        subscriptionId,
        version,
        reason,
        async (work, token) =>
        {
            var open = await work.Context.Set<SubscriptionPause>().Where(p => p.SubscriptionId == subscriptionId && (p.State == SubscriptionPauseState.Running || p.State == SubscriptionPauseState.Scheduled))
                .OrderBy(p => p.FromOn).ToListAsync(token);
            if ((open.Find(p => p.State == SubscriptionPauseState.Running) ?? open.FirstOrDefault()) is not { } pause)
            {
                return SubscriptionsErrors.NoPause;
            }

            foreach (var change in (await SubscriptionTransitions.ChangesAheadAsync(work.Context, subscriptionId, token)).Where(c => c.PauseId == pause.Id))
            {
                (change.State, change.EndedAtUtc) = (SubscriptionChangeState.Cancelled, work.Clock.UtcNow());
            }

            work.Note(SubscriptionHistoryKind.PauseCut, reason, work.Today, SubscriptionTransitions.Iso(pause.FromOn), SubscriptionTransitions.Iso(pause.ToOn));
            if (pause.State == SubscriptionPauseState.Running)
            {
                return await SubscriptionPauses.EndAsync(work, pause, work.Today, reason, token);
            }

            pause.State = SubscriptionPauseState.Cancelled;
            return null;
        },
        null,
        cancellationToken);

    public Task<Result> RenewAsync(Guid subscriptionId, long version, int periods, string? reason, CancellationToken cancellationToken)
    {
        if (periods is < 1 or > MostPeriods)
        {
            return Task.FromResult<Result>(CommonErrors.Invalid([new FieldError("periods", "common.out_of_range", 1, MostPeriods)]));
        }

        return DoAsync(
            SubscriptionsPermissions.SubscriptionsWrite,
            subscriptionId,
            version,
            reason,
            async (work, token) =>
            {
                var subscription = work.Subscription;
                if (work.Lifecycle == AccessLifecycle.Terminated || subscription.EndsOn is not { } end || subscription.IsTrial)
                {
                    return work.Lifecycle == AccessLifecycle.Terminated ? SubscriptionsErrors.WrongStatus(subscription.Status) : SubscriptionsErrors.NoEnd;
                }

                // While it pauses its time stands still: the days come back at the end.
                var from = end >= work.Today || work.Settings.LateRenewalFrom == "old-end" || subscription.Holds.HasFlag(AccessHolds.Pause) ? end.AddDays(1) : work.Today;
                await SubscriptionTransitions.RenewAsync(work, from, periods, reason, token);
                return null;
            },
            null,
            cancellationToken);
    }

    public Task<Result> EndTrialAsync(Guid subscriptionId, long version, CancellationToken cancellationToken) => DoAsync(
        SubscriptionsPermissions.SubscriptionsWrite,
        subscriptionId,
        version,
        null,
        async (work, token) =>
        {
            var subscription = work.Subscription;
            if (work.Lifecycle == AccessLifecycle.Terminated || !subscription.IsTrial)
            {
                return work.Lifecycle == AccessLifecycle.Terminated ? SubscriptionsErrors.WrongStatus(subscription.Status) : SubscriptionsErrors.NoTrial;
            }

            var plan = await SubscriptionTransitions.PlanAsync(work.Context, subscription.PlanId, token);
            var from = work.Lifecycle == AccessLifecycle.Pending && subscription.StartsOn > work.Today ? subscription.StartsOn : work.Today;
            (subscription.IsTrial, subscription.AutoRenew, subscription.StartsOn) = (false, true, from);
            subscription.EndsOn = SubscriptionTransitions.EndOf(false, plan, from, work.Settings);
            subscription.ContractEndsOn = SubscriptionTransitions.ContractEndOf(plan, from);
            await SubscriptionTransitions.TermFromAsync(work, from, token);
            await OfferSelling.ShiftStartAsync(work, plan.Period, from, token);
            work.Note(SubscriptionHistoryKind.TrialEnded, null, from);
            if (work.Release(AccessHolds.Expired, null))
            {
                work.WantLine("kept after the trial");
            }

            work.Context.AddEvent(new SubscriptionTermsChanged(subscription.Id));
            return null;
        },
        null,
        cancellationToken);

    public Task<Result> SetAutoRenewAsync(Guid subscriptionId, long version, bool autoRenew, CancellationToken cancellationToken) => DoAsync(
        SubscriptionsPermissions.SubscriptionsWrite,
        subscriptionId,
        version,
        null,
        (work, _) =>
        {
            if (work.Lifecycle == AccessLifecycle.Terminated || work.Subscription.IsTrial)
            {
                return Task.FromResult<Error?>(SubscriptionsErrors.WrongStatus(work.Subscription.Status));
            }

            if (work.Subscription.AutoRenew != autoRenew)
            {
                work.Subscription.AutoRenew = autoRenew;
                work.Note(SubscriptionHistoryKind.AutoRenewChanged, null, null, null, autoRenew ? "on" : "off");
            }

            return Task.FromResult<Error?>(null);
        },
        null,
        cancellationToken);

    public Task<Result> TerminateAsync(Guid subscriptionId, long version, DateOnly? onDay, string reason, CancellationToken cancellationToken) =>
        SubscriptionWriting.RequireReason(reason) is { } refused
            ? Task.FromResult<Result>(refused)
            : DoAsync(
                SubscriptionsPermissions.SubscriptionsWrite,
                subscriptionId,
                version,
                reason,
                (work, token) => IsLater(work, onDay) && work.Lifecycle != AccessLifecycle.Terminated
                    ? ScheduleAsync(work, SubscriptionChangeKind.Terminate, onDay!.Value, reason, token)
                    : SubscriptionTransitions.TerminateAsync(work, reason, token),
                onDay,
                cancellationToken);

    public Task<Result> CancelChangeAsync(Guid subscriptionId, Guid changeId, CancellationToken cancellationToken) => DoAsync(
        SubscriptionsPermissions.SubscriptionsWrite,
        subscriptionId,
        null,
        null,
        async (work, token) =>
        {
            var change = (await SubscriptionTransitions.ChangesAheadAsync(work.Context, subscriptionId, token)).Find(c => c.Id == changeId);
            if (change is null || change.PauseId is not null || change.Kind == SubscriptionChangeKind.GiveAddress)
            {
                // A pause is taken back as a whole, an address with its add-on.
                return SubscriptionsErrors.ChangeNotFound;
            }

            (change.State, change.EndedAtUtc) = (SubscriptionChangeState.Cancelled, work.Clock.UtcNow());
            work.Note(SubscriptionHistoryKind.ScheduleCancelled, null, null, null, change.Kind.ToString());
            return null;
        },
        null,
        cancellationToken);

    public Task<Result> RetryLineAsync(Guid subscriptionId, CancellationToken cancellationToken) => DoAsync(
        SubscriptionsPermissions.SubscriptionsActivate,
        subscriptionId,
        null,
        null,
        async (work, token) =>
        {
            var delivery = await work.Context.Set<LineDelivery>().FirstOrDefaultAsync(d => d.SubscriptionId == subscriptionId, token);
            if (delivery is null || delivery.State == LineDeliveryState.Settled)
            {
                return SubscriptionsErrors.NothingToRetry;
            }

            work.WantLine("tried again", delivery.Kicks);
            return null;
        },
        null,
        cancellationToken);

    /// <summary>Puts something on a day; one of a kind at a time.</summary>
    internal static async Task<Error?> ScheduleAsync(
        SubscriptionWork work, SubscriptionChangeKind kind, DateOnly dueOn, string? reason, CancellationToken cancellationToken, Guid? planId = null, Guid? priceId = null, Core.Common.Money.Money? agreedPrice = null, Guid? routerId = null)
    {
        if ((await SubscriptionTransitions.ChangesAheadAsync(work.Context, work.Subscription.Id, cancellationToken)).Find(c => c.Kind == kind) is { } ahead)
        {
            return SubscriptionsErrors.ChangeScheduled(ahead.DueOn);
        }

        Schedule(work, kind, dueOn, reason, null, planId, priceId, agreedPrice, routerId);
        work.Note(SubscriptionHistoryKind.Scheduled, reason, dueOn, null, kind.ToString());
        return null;
    }

    /// <summary>Whether a day is one that is to be waited for.</summary>
    internal static bool IsLater(SubscriptionWork work, DateOnly? onDay) => onDay is { } day && day > work.Today;

    private static void Schedule(
        SubscriptionWork work, SubscriptionChangeKind kind, DateOnly dueOn, string? reason, Guid? pauseId, Guid? planId = null, Guid? priceId = null, Core.Common.Money.Money? agreedPrice = null, Guid? routerId = null) =>
        work.Context.Add(new SubscriptionChange
        {
            Id = Ids.New(work.Clock),
            SubscriptionId = work.Subscription.Id,
            Kind = kind,
            DueOn = dueOn,
            PlanId = planId,
            PriceId = priceId,
            AgreedPrice = agreedPrice,
            RouterId = routerId,
            PauseId = pauseId,
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
            CreatedBy = work.Context.Actor.Name,
            CreatedAtUtc = work.Clock.UtcNow(),
        });

    // The others belong to bills, to pauses and to the calendar.
    private static Error? ByHand(AccessHolds kind) => kind is AccessHolds.Manual or AccessHolds.Abuse ? null : CommonErrors.Invalid([new FieldError("kind", "common.not_allowed")]);

    private async Task<Result> DoAsync(
        string permission, Guid subscriptionId, long? version, string? reason, Func<SubscriptionWork, CancellationToken, Task<Error?>> change, DateOnly? onDay, CancellationToken cancellationToken)
    {
        if ((actor.Deny(permission) ?? SubscriptionWriting.RefuseReason(reason)) is { } refused)
        {
            return refused;
        }

        if (onDay is { } day && (day < await writing.TodayAsync(cancellationToken) || day > (await writing.TodayAsync(cancellationToken)).AddYears(2)))
        {
            return CommonErrors.Invalid([new FieldError("onDay", "subscriptions.day_far")]);
        }

        return await writing.ChangeAsync(subscriptionId, version, reason, change, cancellationToken);
    }
}
