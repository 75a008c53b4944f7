using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Offers;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>What happens to a subscription, the same whether a person does it now or a date brings it.</summary>
internal static class SubscriptionTransitions
{
    public static async Task<Error?> ActivateAsync(SubscriptionWork work, CancellationToken cancellationToken)
    {
        var subscription = work.Subscription;
        if (work.Lifecycle != AccessLifecycle.Pending)
        {
            return SubscriptionsErrors.WrongStatus(subscription.Status);
        }

        if (await work.Context.Set<Customer>().AnyAsync(c => c.Id == subscription.CustomerId && c.RemovedAtUtc != null, cancellationToken))
        {
            return CustomersErrors.Removed;
        }

        // Nobody pays for days before the line worked.
        if (subscription.StartsOn < work.Today)
        {
            var plan = await PlanAsync(work.Context, subscription.PlanId, cancellationToken);
            await ShiftStartAsync(work, plan, work.Today, cancellationToken);
        }

        foreach (var ahead in (await ChangesAheadAsync(work.Context, subscription.Id, cancellationToken)).Where(c => c.Kind == SubscriptionChangeKind.Activate))
        {
            (ahead.State, ahead.EndedAtUtc) = (SubscriptionChangeState.Cancelled, work.Clock.UtcNow());
        }

        work.Lifecycle = AccessLifecycle.Live;
        subscription.ActivatedAtUtc = work.Clock.UtcNow();
        work.Note(SubscriptionHistoryKind.Activated, null, subscription.StartsOn);
        work.WantLine("activated");
        work.Context.AddEvent(new SubscriptionTermsChanged(subscription.Id));
        return null;
    }

    /// <summary>Another plan or price from <paramref name="from"/> on.</summary>
    public static async Task<Error?> ChangePlanAsync(
        SubscriptionWork work, Guid planId, Guid priceId, Money? agreedPrice, DateOnly from, string? reason, KickPolicy? kicks, CancellationToken cancellationToken)
    {
        var (context, subscription) = (work.Context, work.Subscription);
        if (work.Lifecycle == AccessLifecycle.Terminated)
        {
            return SubscriptionsErrors.WrongStatus(subscription.Status);
        }

        var before = await PlanAsync(context, subscription.PlanId, cancellationToken);
        var plan = await context.Set<ServicePlan>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
        var price = await context.Set<PlanPrice>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == priceId && p.PlanId == planId, cancellationToken);
        if (plan is null || price is null)
        {
            return plan is null ? PlanErrors.PlanNotFound : PlanErrors.PriceNotFound;
        }

        if (plan.Service != subscription.Service)
        {
            return SubscriptionsErrors.OtherService;
        }

        if (plan.Id == subscription.PlanId && price.Id == subscription.PriceId && agreedPrice == subscription.AgreedPrice)
        {
            return SubscriptionsErrors.SamePlan;
        }

        var router = await LineContent.RouterForAsync(context, subscription.RouterId, plan, cancellationToken);
        if (!router.Succeeded)
        {
            return router.Error;
        }

        (subscription.PlanId, subscription.PriceId, subscription.AgreedPrice, subscription.Price) = (plan.Id, price.Id, agreedPrice, agreedPrice ?? price.Price);
        var first = from < subscription.StartsOn ? subscription.StartsOn : from;
        await TermFromAsync(work, first, cancellationToken);
        if (plan.ContractMonths > 0 && first.AddMonths(plan.ContractMonths).AddDays(-1) is var contractEnd && (subscription.ContractEndsOn is null || contractEnd > subscription.ContractEndsOn))
        {
            subscription.ContractEndsOn = contractEnd;
        }

        if (!subscription.IsTrial)
        {
            subscription.EndsOn = plan.Payment == PlanPayment.Postpaid ? null : subscription.EndsOn ?? SubscriptionCalendar.NextStart(subscription.StartsOn, plan.Period, first).AddDays(-1);
        }

        work.Note(SubscriptionHistoryKind.PlanChanged, reason, first, before.Slug, plan.Slug);

        // Time that does not run out holds nobody.
        var reopened = subscription.EndsOn is null && work.Release(AccessHolds.Expired, reason);
        if (plan.Id == before.Id)
        {
            // Another price is no business of the line: what it carries may be a campaign's.
            if (reopened)
            {
                work.WantLine("time does not run out", kicks);
            }
        }
        else
        {
            await LineContent.ApplyPlanAsync(context, subscription, work.Wanted, plan, cancellationToken);
            await OfferSelling.FollowPlanAsync(work, first, cancellationToken);
            work.WantLine($"plan {before.Slug} → {plan.Slug}", kicks);
        }

        context.AddEvent(new SubscriptionTermsChanged(subscription.Id));
        return null;
    }

    public static async Task<Error?> MoveRouterAsync(SubscriptionWork work, Guid routerId, string? reason, CancellationToken cancellationToken)
    {
        var (context, subscription) = (work.Context, work.Subscription);
        if (work.Lifecycle == AccessLifecycle.Terminated)
        {
            return SubscriptionsErrors.WrongStatus(subscription.Status);
        }

        if (subscription.RouterId == routerId)
        {
            return SubscriptionsErrors.SameRouter;
        }

        var plan = await PlanAsync(context, subscription.PlanId, cancellationToken);
        var router = await LineContent.RouterForAsync(context, routerId, plan, cancellationToken);
        if (!router.Succeeded)
        {
            return router.Error;
        }

        var before = await context.Set<Router>().AsNoTracking().Where(r => r.Id == subscription.RouterId).Select(r => r.Name).FirstAsync(cancellationToken);
        var wanted = work.Wanted;
        var twin = await AccessWriting.PartnerOfAsync(context, routerId, cancellationToken);
        var request = await LineContent.RequestAsync(
            context, plan, routerId, wanted.Username, null, wanted.FixedAddress, wanted.CallerId, wanted.Note, twin, mayAdopt: false, cancellationToken);
        if (await AccessWriting.ChangeAsync(context, wanted, request, cancellationToken) is { } against)
        {
            return against;
        }

        (subscription.RouterId, subscription.NightPercent) = (routerId, null);
        work.Note(SubscriptionHistoryKind.RouterMoved, reason, null, before, router.Value.Name);
        work.WantLine($"router {before} → {router.Value.Name}");
        return null;
    }

    public static async Task<Error?> TerminateAsync(SubscriptionWork work, string? reason, CancellationToken cancellationToken)
    {
        var (context, subscription) = (work.Context, work.Subscription);
        if (work.Lifecycle == AccessLifecycle.Terminated)
        {
            return SubscriptionsErrors.WrongStatus(subscription.Status);
        }

        var wasLive = work.Lifecycle == AccessLifecycle.Live;
        work.Lifecycle = AccessLifecycle.Terminated;
        work.ReleaseAll();
        AccessWriting.Terminate(work.Wanted, work.Clock.UtcNow().AddDays(work.Settings.KeepEndedDays));
        (subscription.TerminatedAtUtc, subscription.TerminationReason) = (work.Clock.UtcNow(), reason?.Trim());
        if (subscription.EndsOn is null || subscription.EndsOn > work.Today)
        {
            subscription.EndsOn = work.Today;
        }

        foreach (var change in await ChangesAheadAsync(context, subscription.Id, cancellationToken))
        {
            (change.State, change.EndedAtUtc) = (SubscriptionChangeState.Cancelled, work.Clock.UtcNow());
        }

        foreach (var pause in await context.Set<SubscriptionPause>().Where(p => p.SubscriptionId == subscription.Id && (p.State == SubscriptionPauseState.Scheduled || p.State == SubscriptionPauseState.Running)).ToListAsync(cancellationToken))
        {
            (pause.State, pause.ToOn) = pause.State == SubscriptionPauseState.Scheduled ? (SubscriptionPauseState.Cancelled, pause.ToOn) : (SubscriptionPauseState.Ended, pause.FromOn > work.Today ? pause.FromOn : work.Today);
        }

        foreach (var term in await context.Set<SubscriptionTerm>().Where(t => t.SubscriptionId == subscription.Id && (t.ToOn == null || t.ToOn > work.Today)).ToListAsync(cancellationToken))
        {
            if (term.FromOn > work.Today)
            {
                context.Remove(term);
            }
            else
            {
                term.ToOn = work.Today;
            }
        }

        await OfferSelling.EndAllAsync(work, cancellationToken);
        work.Note(SubscriptionHistoryKind.Terminated, reason, work.Today);
        if (wasLive)
        {
            work.WantLine("ended");
        }

        context.AddEvent(new SubscriptionTermsChanged(subscription.Id));
        return null;
    }

    /// <summary>Gives further periods from <paramref name="from"/> on and lifts an expired time. Before the line works they follow what is paid for already: all of it moves with the first day.</summary>
    public static async Task RenewAsync(SubscriptionWork work, DateOnly from, int periods, string? reason, CancellationToken cancellationToken)
    {
        var subscription = work.Subscription;
        var plan = await PlanAsync(work.Context, subscription.PlanId, cancellationToken);
        var before = subscription.EndsOn!.Value;
        from = work.Lifecycle == AccessLifecycle.Pending ? before.AddDays(1) : from;
        subscription.EndsOn = PeriodsFrom(subscription.StartsOn, plan.Period, from, periods).AddDays(-1);
        work.Note(SubscriptionHistoryKind.Renewed, reason, from, Iso(before), Iso(subscription.EndsOn.Value));
        if (work.Release(AccessHolds.Expired, reason))
        {
            work.WantLine("renewed");
        }

        work.Context.AddEvent(new SubscriptionTermsChanged(subscription.Id));
    }

    /// <summary>Somebody paid for its days up to <paramref name="until"/>: it has them, and comes back if its time had run out. Never takes any away.</summary>
    public static void PaidUntil(SubscriptionWork work, DateOnly until)
    {
        var subscription = work.Subscription;
        if (subscription.EndsOn is not { } before)
        {
            return;
        }

        if (until > before)
        {
            subscription.EndsOn = until;
            work.Note(SubscriptionHistoryKind.Renewed, null, before.AddDays(1), Iso(before), Iso(until));
            work.Context.AddEvent(new SubscriptionTermsChanged(subscription.Id));
        }

        if (subscription.EndsOn >= work.Today && work.Release(AccessHolds.Expired, null))
        {
            work.WantLine("paid");
        }
    }

    /// <summary>Nobody paid for its days from <paramref name="from"/> on: what it was given beyond <paramref name="last"/> is taken back, and its time is over.</summary>
    public static void UnpaidFrom(SubscriptionWork work, DateOnly from, DateOnly last)
    {
        var subscription = work.Subscription;
        if (subscription.EndsOn is not { } before)
        {
            return;
        }

        if (from <= before && last < before)
        {
            subscription.EndsOn = last;
            work.Note(SubscriptionHistoryKind.Unpaid, null, last, Iso(before), Iso(last));
            work.Context.AddEvent(new SubscriptionTermsChanged(subscription.Id));
        }

        // One that goes on by itself would be given its next days for nothing.
        if (subscription.EndsOn < work.Today && work.Lifecycle == AccessLifecycle.Live && (subscription.Holds & (AccessHolds.Expired | AccessHolds.Pause)) == AccessHolds.None)
        {
            Expire(work);
        }
    }

    /// <summary>Its time ran out.</summary>
    public static void Expire(SubscriptionWork work)
    {
        work.Hold(AccessHolds.Expired, null);
        work.WantLine("time ran out");
    }

    /// <summary>The first day counts from <paramref name="startsOn"/> on, and with it all that is counted from it.</summary>
    public static async Task ShiftStartAsync(SubscriptionWork work, ServicePlan plan, DateOnly startsOn, CancellationToken cancellationToken)
    {
        var (subscription, before) = (work.Subscription, work.Subscription.StartsOn);
        subscription.StartsOn = startsOn;
        // Periods that were paid ahead stay paid.
        var end = EndOf(subscription.IsTrial, plan, startsOn, work.Settings);
        var paid = end is null || subscription.IsTrial ? 1 : PeriodsUntil(plan.Period, before, subscription.EndsOn);
        subscription.EndsOn = paid > 1 ? SubscriptionCalendar.StartOf(startsOn, plan.Period, paid).AddDays(-1) : end;
        subscription.ContractEndsOn = ContractEndOf(plan, startsOn);
        foreach (var term in await work.Context.Set<SubscriptionTerm>().Where(t => t.SubscriptionId == subscription.Id).ToListAsync(cancellationToken))
        {
            work.Context.Remove(term);
        }

        work.Context.Add(TermOf(subscription, startsOn));
        await OfferSelling.ShiftStartAsync(work, plan.Period, startsOn, cancellationToken);
    }

    /// <summary>The last day that a subscription has from the start; null: open end.</summary>
    public static DateOnly? EndOf(bool isTrial, ServicePlan plan, DateOnly startsOn, SubscriptionSettings settings) =>
        isTrial ? startsOn.AddDays(settings.TrialDays - 1)
        : plan.Payment == PlanPayment.Prepaid ? SubscriptionCalendar.StartOf(startsOn, plan.Period, 1).AddDays(-1)
        : null;

    public static DateOnly? ContractEndOf(ServicePlan plan, DateOnly startsOn) => plan.ContractMonths > 0 ? startsOn.AddMonths(plan.ContractMonths).AddDays(-1) : null;

    public static SubscriptionTerm TermOf(Subscription subscription, DateOnly from) => new()
    {
        SubscriptionId = subscription.Id,
        FromOn = from,
        PlanId = subscription.PlanId,
        PriceId = subscription.PriceId,
        AgreedPrice = subscription.AgreedPrice,
        Price = subscription.Price,
        IsTrial = subscription.IsTrial,
    };

    /// <summary>A new term of what the subscription says now; the one before ends the day before.</summary>
    public static async Task TermFromAsync(SubscriptionWork work, DateOnly from, CancellationToken cancellationToken)
    {
        var (context, subscription) = (work.Context, work.Subscription);
        var open = await context.Set<SubscriptionTerm>().Where(t => t.SubscriptionId == subscription.Id && t.ToOn == null).OrderByDescending(t => t.FromOn).FirstOrDefaultAsync(cancellationToken);
        if (open is not null && open.FromOn >= from)
        {
            // Twice on one day: only the last counts.
            (open.PlanId, open.PriceId, open.AgreedPrice, open.Price, open.IsTrial) = (subscription.PlanId, subscription.PriceId, subscription.AgreedPrice, subscription.Price, subscription.IsTrial);
            return;
        }

        open?.ToOn = from.AddDays(-1);
        context.Add(TermOf(subscription, from));
    }

    public static Task<List<SubscriptionChange>> ChangesAheadAsync(PortalDbContext context, Guid subscriptionId, CancellationToken cancellationToken) =>
        context.Set<SubscriptionChange>().Where(c => c.SubscriptionId == subscriptionId && c.State == SubscriptionChangeState.Scheduled).ToListAsync(cancellationToken);

    public static Task<ServicePlan> PlanAsync(PortalDbContext context, Guid planId, CancellationToken cancellationToken) =>
        context.Set<ServicePlan>().AsNoTracking().FirstAsync(p => p.Id == planId, cancellationToken);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>How many periods there are until the end of a time; one that has begun counts whole.</summary>
    private static int PeriodsUntil(PlanPeriod period, DateOnly startsOn, DateOnly? endsOn)
    {
        var count = 0;
        while (SubscriptionCalendar.StartOf(startsOn, period, count) <= endsOn)
        {
            count++;
        }

        return count;
    }

    /// <summary>The day after so many periods. Where they are counted from the first day, a 31st comes back; after a pause they are counted from where they begin.</summary>
    public static DateOnly PeriodsFrom(DateOnly startsOn, PlanPeriod period, DateOnly from, int count)
    {
        if (SubscriptionCalendar.NextStart(startsOn, period, from.AddDays(-1)) != from)
        {
            return SubscriptionCalendar.StartOf(from, period, count);
        }

        var end = from;
        for (var i = 0; i < count; i++)
        {
            end = SubscriptionCalendar.NextStart(startsOn, period, end);
        }

        return end;
    }
}
