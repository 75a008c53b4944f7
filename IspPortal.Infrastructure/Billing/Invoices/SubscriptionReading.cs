using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Infrastructure.Billing.Opening;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Invoices;

/// <summary>Reads what the subscriptions of many accounts had, each table once.</summary>
internal static class SubscriptionReading
{
    public const int IdsAtOnce = 500;

    /// <summary>By account, each with the tax code of its plan and its line.</summary>
    public static async Task<Dictionary<Guid, List<(SubscriptionBillingFacts Facts, string TaxCode, Guid AccessId)>>> ReadAsync(
        PortalDbContext context, IReadOnlyCollection<Guid> accountIds, DateOnly closedUntil, DateOnly? billedFrom, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        // What ended before the closed days begin has had its last bill.
        var endedAfter = closedUntil.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var subscriptions = await context.Set<Subscription>().AsNoTracking()
            .Where(s => accountIds.Contains(s.BillingAccountId) && s.Status != SubscriptionStatus.Pending && (s.TerminatedAtUtc == null || s.TerminatedAtUtc >= endedAfter))
            .OrderBy(s => s.Number).ToListAsync(cancellationToken);
        var read = new Dictionary<Guid, List<(SubscriptionBillingFacts Facts, string TaxCode, Guid AccessId)>>();
        foreach (var some in subscriptions.Chunk(IdsAtOnce))
        {
            foreach (var (account, facts, code, access) in await ReadAsync(context, some, closedUntil, billedFrom, zone, cancellationToken))
            {
                if (!read.TryGetValue(account, out var own))
                {
                    read[account] = own = [];
                }

                own.Add((facts, code, access));
            }
        }

        return read;
    }

    private static async Task<List<(Guid Account, SubscriptionBillingFacts Facts, string TaxCode, Guid AccessId)>> ReadAsync(
        PortalDbContext context, Subscription[] subscriptions, DateOnly closedUntil, DateOnly? billedFrom, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. subscriptions.Select(s => s.Id)];
        var terms = (await context.Set<SubscriptionTerm>().AsNoTracking().Where(t => ids.Contains(t.SubscriptionId) && (t.ToOn == null || t.ToOn > closedUntil)).ToListAsync(cancellationToken)).ToLookup(t => t.SubscriptionId);
        Guid[] planIds = [.. terms.SelectMany(t => t).Select(t => t.PlanId).Concat(subscriptions.Select(s => s.PlanId)).Distinct()];
        var plans = await context.Set<ServicePlan>().AsNoTracking().Where(p => planIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        Guid[] priceIds = [.. terms.SelectMany(t => t).Select(t => t.PriceId).Distinct()];
        var prices = await context.Set<PlanPrice>().AsNoTracking().Where(p => priceIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var pauses = (await context.Set<SubscriptionPause>().AsNoTracking().Where(p => ids.Contains(p.SubscriptionId) && p.ToOn > closedUntil && p.State != SubscriptionPauseState.Cancelled)
            .ToListAsync(cancellationToken)).ToLookup(p => p.SubscriptionId);
        var addOns = (await context.Set<SubscriptionAddOn>().AsNoTracking().Where(a => ids.Contains(a.SubscriptionId) && (a.ToOn == null || a.ToOn > closedUntil))
            .Join(context.Set<PlanAddOn>().AsNoTracking(), a => a.AddOnId, o => o.Id, (a, o) => new { Sold = a, o.Name, o.TaxCode }).ToListAsync(cancellationToken)).ToLookup(a => a.Sold.SubscriptionId);
        var promotions = (await context.Set<SubscriptionPromotion>().AsNoTracking().Where(p => ids.Contains(p.SubscriptionId) && (p.ToOn == null || p.ToOn > closedUntil)).ToListAsync(cancellationToken)).ToLookup(p => p.SubscriptionId);
        var usage = (await context.Set<UsageCharge>().AsNoTracking().Where(u => ids.Contains(u.SubscriptionId) && u.PeriodToOn > closedUntil).ToListAsync(cancellationToken)).ToLookup(u => u.SubscriptionId);
        var boughtAfter = closedUntil.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var topUps = (await context.Set<QuotaTopUp>().AsNoTracking().Where(t => ids.Contains(t.SubscriptionId) && t.CreatedAtUtc >= boughtAfter).ToListAsync(cancellationToken)).ToLookup(t => t.SubscriptionId);
        var holds = await HoldSpans.ReadAsync(context, ids, zone, cancellationToken);
        var brought = await BroughtAlong.ReadAsync(context, ids, cancellationToken);
        return
        [
            .. subscriptions.Select(s =>
            {
                var plan = plans[s.PlanId];
                var prepaid = plan.Payment == PlanPayment.Prepaid;
                var ended = s.TerminatedAtUtc is { } at ? DayOf(at, zone) : (DateOnly?)null;
                var facts = new SubscriptionBillingFacts
                {
                    Id = s.Id,
                    Number = s.Number,
                    StartsOn = s.StartsOn,
                    // An end that renews itself, or that says until when a prepaid line is paid, is no end.
                    EndsOn = prepaid || s.AutoRenew ? null : s.EndsOn,
                    TerminatedOn = ended,
                    Payment = plan.Payment,
                    ClosedUntilOn = closedUntil,
                    ImportedPaidUntilOn = Later(brought.GetValueOrDefault(s.Id).BilledUntilOn, billedFrom is not { } first || s.StartsOn >= first ? null : prepaid && s.EndsOn >= first ? s.EndsOn : first.AddDays(-1)),
                    ContractEndsOn = s.ContractEndsOn,
                    Terms = [.. terms[s.Id].OrderBy(t => t.FromOn).Select(t => TermOf(s, t, plans[t.PlanId], prices.GetValueOrDefault(t.PriceId)))],
                    Pauses = [.. pauses[s.Id].Select(p => new DaySpan(p.FromOn, p.ToOn))],
                    Isolated = holds.GetValueOrDefault((s.Id, HoldSpans.Isolated)) ?? [],
                    Lapses = prepaid ? holds.GetValueOrDefault((s.Id, HoldSpans.Expired)) ?? [] : [],
                    AddOns = [.. addOns[s.Id].Select(a => new AddOnFacts(a.Sold.Id, a.Name, a.Sold.Quantity, a.Sold.Price, a.Sold.IsOneTime, a.Sold.FromOn, a.Sold.ToOn, a.TaxCode))],
                    Promotions = [.. promotions[s.Id].Select(PromotionOf)],
                    Usage = [.. usage[s.Id].Select(u => new UsageFacts(u.Id, u.PeriodFromOn, u.PeriodToOn, u.OverBytes, u.PerGigabyte, u.Amount, plan.TaxCode))],
                    TopUps = [.. topUps[s.Id].Select(t => new TopUpFacts(t.Id, DayOf(t.CreatedAtUtc, zone), t.Bytes, t.Price, plan.TaxCode))],
                };
                return (s.BillingAccountId, facts, plan.TaxCode, s.AccessId);
            }),
        ];
    }

    private static TermFacts TermOf(Subscription subscription, SubscriptionTerm term, ServicePlan plan, PlanPrice? price) => new(term.FromOn, term.ToOn, plan.Id, plan.Name, term.PriceId, term.Price, plan.Period)
    {
        TaxCode = plan.TaxCode,
        IsTrial = term.IsTrial,
        // Each line has its own fee for the technician's work; the others are the plan's.
        InstallationFee = subscription.InstallationFee,
        SetUpFee = price?.SetUpFee ?? default,
        Deposit = price?.Deposit ?? default,
        EarlyEndFee = price?.EarlyEndFee ?? default,
    };

    private static PromotionFacts PromotionOf(SubscriptionPromotion promotion) => new(promotion.Id, promotion.Name, promotion.Kind, promotion.FromOn)
    {
        ToOn = promotion.ToOn,
        Periods = promotion.Periods,
        Percent = promotion.Percent ?? 0,
        Amount = promotion.Amount,
        PayPeriods = promotion.PayPeriods ?? 0,
        GetPeriods = promotion.GetPeriods ?? 0,
    };

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is { } a && other is { } b ? (a > b ? a : b) : one ?? other;

    private static DateOnly DayOf(DateTime atUtc, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(atUtc, zone));
}
