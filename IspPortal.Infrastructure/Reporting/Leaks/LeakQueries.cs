using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Leaks;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Sessions;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Leaks;

/// <summary>What each kind of finding is made of. Nobody is missed on a bill before the portal has billed for long enough.</summary>
internal static class LeakQueries
{
    /// <summary>Lines that are lost money of a kind; null: the kind is about routers.</summary>
    public static IQueryable<Subscription>? Lines(PortalDbContext context, LeakKind kind, DateOnly today, DateTime nowUtc, DateOnly? billedFrom)
    {
        var lines = context.Set<Subscription>().AsNoTracking();
        return kind switch
        {
            LeakKind.OnlineNotBilled => NotBilled(context, lines, today, billedFrom),
            LeakKind.PaidNotServed => NotServed(context, lines, today, nowUtc),
            LeakKind.PastEnd => PastEnd(context, lines, today),
            LeakKind.DiscountPastDate => DiscountPast(context, lines, today),
            _ => null,
        };
    }

    /// <summary>What routers hold that is lost money of a kind.</summary>
    public static IQueryable<DriftItem> Router(PortalDbContext context, LeakKind kind)
    {
        var items = context.Set<DriftItem>().AsNoTracking().Where(d => d.IgnoredBy == null);
        return kind == LeakKind.UnknownOnRouter
            ? items.Where(d => d.Kind == DriftKind.Unowned)
            : items.Where(d => d.Kind == DriftKind.Changed && d.AccessId != null
                && (d.CostKind == DriftCostKind.Unpaid || (d.CostKind == null && (d.OnRouterJson!.Contains("\"rate-limit\"") || d.OnRouterJson.Contains("\"profile\"")))));
    }

    // A plan that is paid after more than a month has no bill to be missed before that.
    private static IQueryable<Subscription> NotBilled(PortalDbContext context, IQueryable<Subscription> lines, DateOnly today, DateOnly? billedFrom)
    {
        var back = today.AddDays(-LeakRules.UnbilledDays);
        if (billedFrom > back)
        {
            // What was billed before lies elsewhere.
            return lines.Where(_ => false);
        }

        // Prepaid time that began to run before counts as paid until its last day.
        return lines.Where(s => s.Status != SubscriptionStatus.Terminated && s.Status != SubscriptionStatus.Pending && !s.IsTrial && s.StartsOn <= back
            && !(billedFrom != null && s.StartsOn < billedFrom && s.EndsOn >= today && context.Set<ServicePlan>().Any(p => p.Id == s.PlanId && p.Payment == PlanPayment.Prepaid))
            && context.Set<SessionRecord>().Any(x => x.AccessId == s.AccessId && x.EndedAtUtc == null)
            && !context.Set<OpeningItem>().Any(o => o.SubscriptionId == s.Id && o.Verdict == OpeningVerdict.Booked && o.BilledUntilOn >= back)
            && context.Set<ServicePlan>().Any(p => p.Id == s.PlanId && (p.Payment == PlanPayment.Prepaid || p.Cycle == PlanCycle.Daily || p.Cycle == PlanCycle.Weekly || p.Cycle == PlanCycle.Monthly))
            && !context.Set<InvoiceLine>().Any(l => l.SubscriptionId == s.Id && l.ToOn >= back && l.Kind == ChargeKind.Period
                && context.Set<Invoice>().Any(i => i.Id == l.InvoiceId && i.Kind != InvoiceKind.ProForma && (i.State == InvoiceState.Issued || i.State == InvoiceState.WrittenOff))));
    }

    private static IQueryable<Subscription> NotServed(PortalDbContext context, IQueryable<Subscription> lines, DateOnly today, DateTime nowUtc)
    {
        var (back, seen) = (today.AddDays(-LeakRules.UnbilledDays), nowUtc.AddDays(-LeakRules.OfflineDays));
        return lines.Where(s => (s.Status == SubscriptionStatus.Active || s.Status == SubscriptionStatus.Suspended)
            && !context.Set<Invoice>().Any(i => i.BillingAccountId == s.BillingAccountId && i.State == InvoiceState.Issued && i.Kind != InvoiceKind.ProForma && i.DueOn < today
                && i.TotalMinor - i.WithheldMinor - i.CollectedMinor > i.SettledMinor)
            && context.Set<InvoiceLine>().Any(l => l.SubscriptionId == s.Id && l.ToOn >= back && l.Kind == ChargeKind.Period && context.Set<Invoice>().Any(i => i.Id == l.InvoiceId && i.Kind != InvoiceKind.ProForma && i.State == InvoiceState.Issued))
            && (context.Set<SubscriptionHold>().Any(h => h.SubscriptionId == s.Id && h.Kind == AccessHolds.Dunning)
                || (s.Status == SubscriptionStatus.Active && context.Set<AccessAccount>().Any(a => a.Id == s.AccessId && a.LastSeenAtUtc < seen)
                    && !context.Set<SessionRecord>().Any(x => x.AccessId == s.AccessId && x.EndedAtUtc == null))));
    }

    private static IQueryable<Subscription> PastEnd(PortalDbContext context, IQueryable<Subscription> lines, DateOnly today) => lines.Where(s =>
        (s.Status == SubscriptionStatus.Active && s.EndsOn < today && !s.AutoRenew)
        || (s.Status == SubscriptionStatus.Terminated && context.Set<SessionRecord>().Any(x => x.AccessId == s.AccessId && x.EndedAtUtc == null)
            && !context.Set<Subscription>().Any(o => o.AccessId == s.AccessId && o.Status != SubscriptionStatus.Terminated)));

    private static IQueryable<Subscription> DiscountPast(PortalDbContext context, IQueryable<Subscription> lines, DateOnly today)
    {
        var back = today.AddDays(-LeakRules.UnbilledDays);
        return lines.Where(s => s.Status != SubscriptionStatus.Terminated && s.Status != SubscriptionStatus.Pending
            && ((s.AgreedPrice != null && s.ContractEndsOn < today && context.Set<PlanPrice>().Any(p => p.Id == s.PriceId && p.Price > s.AgreedPrice))
                || context.Set<InvoiceLine>().Any(l => l.SubscriptionId == s.Id && l.Kind == ChargeKind.Discount && l.ToOn >= back
                    && context.Set<Invoice>().Any(i => i.Id == l.InvoiceId && i.State == InvoiceState.Issued)
                    && context.Set<SubscriptionPromotion>().Any(p => p.Id == l.SourceId && p.ToOn < l.FromOn))));
    }
}
