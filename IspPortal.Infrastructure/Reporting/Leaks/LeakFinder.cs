using IspPortal.Core.Billing;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Leaks;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Leaks;

internal sealed class LeakFinder(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IBusinessClock business, ISettingsReader<BillingSettings> settings, TimeProvider clock) : ILeaks
{
    public async Task<Result<IReadOnlyList<LeakTotal>>> TotalsAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(BillingPermissions.BillingRead) is { } denied)
        {
            return denied;
        }

        var today = await business.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var totals = new List<LeakTotal>();
        foreach (var kind in Enum.GetValues<LeakKind>())
        {
            totals.Add(LeakQueries.Lines(context, kind, today, clock.UtcNow(), (await settings.GetAsync(cancellationToken)).BilledFromOn) is { } lines ? await TotalOfAsync(context, kind, lines, today, cancellationToken) : await TotalOfAsync(kind, LeakQueries.Router(context, kind), cancellationToken));
        }

        return totals;
    }

    public async Task<Result<Page<LeakRow>>> ListAsync(LeakKind kind, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(BillingPermissions.BillingRead) is { } denied)
        {
            return denied;
        }

        var today = await business.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return LeakQueries.Lines(context, kind, today, clock.UtcNow(), (await settings.GetAsync(cancellationToken)).BilledFromOn) is { } lines
            ? await LinesAsync(context, kind, lines, today, page, cancellationToken)
            : await RouterAsync(context, kind, LeakQueries.Router(context, kind), page, cancellationToken);
    }

    private static async Task<LeakTotal> TotalOfAsync(PortalDbContext context, LeakKind kind, IQueryable<Subscription> lines, DateOnly today, CancellationToken cancellationToken)
    {
        if (kind == LeakKind.DiscountPastDate)
        {
            var found = await LostAsync(context, kind, await lines.ToListAsync(cancellationToken), today, cancellationToken);
            return new(kind, found.Count, found.Aggregate(Money.Zero, (sum, line) => sum + (line.Value.Monthly ?? Money.Zero)), found.Values.Count(line => line.Monthly is null));
        }

        // Many lines pay the same for the same plan: the database counts them, and prices are no column that it adds up.
        var groups = await lines.GroupBy(s => new { s.PlanId, s.Price }).Select(g => new { g.Key.PlanId, g.Key.Price, Count = g.Count() }).ToListAsync(cancellationToken);
        Guid[] planIds = [.. groups.Select(g => g.PlanId).Distinct()];
        var plans = await context.Set<ServicePlan>().AsNoTracking().Where(p => planIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        return new(kind, groups.Sum(g => g.Count), groups.Aggregate(Money.Zero, (sum, g) => sum + (plans[g.PlanId].Period.PerMonth(g.Price) * g.Count)), 0);
    }

    private static async Task<LeakTotal> TotalOfAsync(LeakKind kind, IQueryable<DriftItem> items, CancellationToken cancellationToken)
    {
        var groups = await items.GroupBy(d => d.MonthlyCost).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return new(kind, groups.Sum(g => g.Count), groups.Aggregate(Money.Zero, (sum, g) => sum + ((g.Key ?? Money.Zero) * g.Count)), groups.Where(g => g.Key is null).Sum(g => g.Count));
    }

    private static async Task<Page<LeakRow>> LinesAsync(PortalDbContext context, LeakKind kind, IQueryable<Subscription> lines, DateOnly today, PageRequest page, CancellationToken cancellationToken)
    {
        if (page.SearchOrNull is { } search)
        {
            var number = search.ToUpperInvariant();
            lines = lines.Where(s => s.Number.StartsWith(number) || s.Username.StartsWith(search));
        }

        var count = await lines.LongCountAsync(cancellationToken);
        var some = count == 0 ? [] : await lines.OrderBy(s => s.Number).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        var lost = await LostAsync(context, kind, some, today, cancellationToken);
        Guid[] customerIds = [.. some.Select(s => s.CustomerId).Distinct()];
        Guid[] routerIds = [.. some.Select(s => s.RouterId).Distinct()];
        var customers = await context.Set<Customer>().Where(c => customerIds.Contains(c.Id)).Select(c => new { c.Id, Name = c.CompanyName ?? c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        var routers = await context.Set<Router>().Where(r => routerIds.Contains(r.Id)).Select(r => new { r.Id, r.Name }).ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
        return Page<LeakRow>.Of(
            [.. some.Select(s => new LeakRow(kind, s.Id, s.Id, s.Number, s.Username, customers.GetValueOrDefault(s.CustomerId), routers.GetValueOrDefault(s.RouterId), lost[s.Id].Evidence, lost[s.Id].On, lost[s.Id].Monthly))],
            page,
            count);
    }

    private static async Task<Page<LeakRow>> RouterAsync(PortalDbContext context, LeakKind kind, IQueryable<DriftItem> items, PageRequest page, CancellationToken cancellationToken)
    {
        if (page.SearchOrNull is { } search)
        {
            items = items.Where(d => d.Key.StartsWith(search));
        }

        var count = await items.LongCountAsync(cancellationToken);
        var some = count == 0 ? [] : await items.OrderBy(d => d.Key).ThenBy(d => d.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        Guid[] routerIds = [.. some.Select(d => d.RouterId).Distinct()];
        Guid[] accessIds = [.. some.Select(d => d.AccessId).OfType<Guid>()];
        var routers = await context.Set<Router>().Where(r => routerIds.Contains(r.Id)).Select(r => new { r.Id, r.Name }).ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
        var sold = (await context.Set<Subscription>().Where(s => accessIds.Contains(s.AccessId) && s.Status != SubscriptionStatus.Terminated)
            .Select(s => new { s.AccessId, s.Id, s.Number, Customer = context.Set<Customer>().Where(c => c.Id == s.CustomerId).Select(c => c.CompanyName ?? c.Name).FirstOrDefault() }).ToListAsync(cancellationToken)).ToLookup(s => s.AccessId);
        return Page<LeakRow>.Of(
            [
                .. some.Select(d =>
                {
                    var line = d.AccessId is { } access ? sold[access].FirstOrDefault() : null;
                    return new LeakRow(
                        kind, d.Id, line?.Id, line?.Number ?? d.Key, d.Key, line?.Customer, routers.GetValueOrDefault(d.RouterId), kind == LeakKind.UnknownOnRouter ? LeakEvidence.NotSold : LeakEvidence.RouterDiffers,
                        DateOnly.FromDateTime(d.FirstSeenAtUtc), d.MonthlyCost);
                }),
            ],
            page,
            count);
    }

    private static async Task<Dictionary<Guid, LostLine>> LostAsync(PortalDbContext context, LeakKind kind, IReadOnlyList<Subscription> lines, DateOnly today, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. lines.Select(s => s.Id)];
        Guid[] planIds = [.. lines.Select(s => s.PlanId).Distinct()];
        var plans = await context.Set<ServicePlan>().AsNoTracking().Where(p => planIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        switch (kind)
        {
            case LeakKind.OnlineNotBilled:
                var until = await context.Set<InvoiceLine>().Where(l => l.SubscriptionId != null && ids.Contains(l.SubscriptionId.Value) && l.Kind == ChargeKind.Period
                        && context.Set<Invoice>().Any(i => i.Id == l.InvoiceId && i.Kind != InvoiceKind.ProForma && (i.State == InvoiceState.Issued || i.State == InvoiceState.WrittenOff)))
                    .GroupBy(l => l.SubscriptionId!.Value).Select(g => new { g.Key, On = g.Max(l => l.ToOn) }).ToDictionaryAsync(g => g.Key, g => g.On, cancellationToken);
                return lines.ToDictionary(s => s.Id, s => new LostLine(until.GetValueOrDefault(s.Id) is null ? LeakEvidence.NeverBilled : LeakEvidence.BilledUntil, until.GetValueOrDefault(s.Id) ?? s.StartsOn, MonthlyOf(s)));
            case LeakKind.PaidNotServed:
                var held = await context.Set<SubscriptionHold>().Where(h => ids.Contains(h.SubscriptionId) && h.Kind == AccessHolds.Dunning).ToDictionaryAsync(h => h.SubscriptionId, h => h.SinceUtc, cancellationToken);
                Guid[] accessIds = [.. lines.Select(s => s.AccessId)];
                var seen = await context.Set<AccessAccount>().Where(a => accessIds.Contains(a.Id)).Select(a => new { a.Id, a.LastSeenAtUtc }).ToDictionaryAsync(a => a.Id, a => a.LastSeenAtUtc, cancellationToken);
                return lines.ToDictionary(s => s.Id, s => held.TryGetValue(s.Id, out var since)
                    ? new LostLine(LeakEvidence.IsolatedThoughPaid, DateOnly.FromDateTime(since), MonthlyOf(s))
                    : new LostLine(LeakEvidence.OfflineSince, seen.GetValueOrDefault(s.AccessId) is { } at ? DateOnly.FromDateTime(at) : null, MonthlyOf(s)));
            case LeakKind.PastEnd:
                return lines.ToDictionary(s => s.Id, s => s.Status == SubscriptionStatus.Terminated
                    ? new LostLine(LeakEvidence.OnlineAfterEnd, s.TerminatedAtUtc is { } at ? DateOnly.FromDateTime(at) : null, MonthlyOf(s))
                    : new LostLine(LeakEvidence.PastLastDay, s.EndsOn, MonthlyOf(s)));
            default:
                return await DiscountsAsync(context, lines, ids, plans, today, cancellationToken);
        }

        Money MonthlyOf(Subscription line) => plans[line.PlanId].Period.PerMonth(line.Price);
    }

    private static async Task<Dictionary<Guid, LostLine>> DiscountsAsync(
        PortalDbContext context, IReadOnlyList<Subscription> lines, Guid[] ids, Dictionary<Guid, ServicePlan> plans, DateOnly today, CancellationToken cancellationToken)
    {
        Guid[] priceIds = [.. lines.Select(s => s.PriceId).Distinct()];
        var prices = await context.Set<PlanPrice>().AsNoTracking().Where(p => priceIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Price, cancellationToken);
        var given = (await context.Set<InvoiceLine>().AsNoTracking().Where(l => l.SubscriptionId != null && ids.Contains(l.SubscriptionId.Value) && l.Kind == ChargeKind.Discount
                && context.Set<Invoice>().Any(i => i.Id == l.InvoiceId && i.State == InvoiceState.Issued) && context.Set<SubscriptionPromotion>().Any(p => p.Id == l.SourceId && p.ToOn < l.FromOn))
            .Select(l => new { Id = l.SubscriptionId!.Value, l.FromOn, l.AmountMinor }).ToListAsync(cancellationToken)).ToLookup(l => l.Id);
        return lines.ToDictionary(s => s.Id, s =>
        {
            if (s.AgreedPrice is { } agreed && s.ContractEndsOn < today && prices.TryGetValue(s.PriceId, out var price) && price > agreed)
            {
                return new LostLine(LeakEvidence.AgreedPriceAfterContract, s.ContractEndsOn, plans[s.PlanId].Period.PerMonth(price - agreed));
            }

            var last = given[s.Id].MaxBy(l => l.FromOn);
            return new LostLine(LeakEvidence.DiscountBilledAfter, last?.FromOn, last is null ? null : plans[s.PlanId].Period.PerMonth(Money.Idr(-last.AmountMinor)));
        });
    }

    private sealed record LostLine(LeakEvidence Evidence, DateOnly? On, Money? Monthly);
}
