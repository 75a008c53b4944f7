using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Revenue;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Plans;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Revenue;

internal sealed class RevenueBooks(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IBusinessClock business, ISettingsReader<CompanySettings> company) : IRevenue
{
    private const int EarliestYear = 2000;
    private const double Hundred = 100;

    public async Task<Result<IReadOnlyList<RevenueMonth>>> GetMonthsAsync(RevenuePeriod? period, CancellationToken cancellationToken)
    {
        var asked = await PeriodAsync(period, cancellationToken);
        if (!asked.Succeeded)
        {
            return asked.Error;
        }

        var months = Enumerable.Range(-1, asked.Value.Months + 1).Select(i => TaxMonth.Of(asked.Value.From.FirstOn.AddMonths(i))).ToList();
        var (first, last) = (months[0].FirstOn, asked.Value.To.LastOn);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sums = (await context.Set<LedgerEntry>()
                .Where(e => (e.Account == LedgerAccount.Revenue || e.Account == LedgerAccount.Discounts || e.Account == LedgerAccount.LateFees) && e.PostedOn >= first && e.PostedOn <= last)
                .GroupBy(e => new { e.PostedOn.Year, e.PostedOn.Month, e.Account }).Select(g => new { g.Key.Year, g.Key.Month, g.Key.Account, Minor = g.Sum(e => e.AmountMinor) }).ToListAsync(cancellationToken))
            .ToDictionary(s => (new TaxMonth(s.Year, s.Month), s.Account), s => Money.Idr(-s.Minor));
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById((await company.GetAsync(cancellationToken)).BusinessZone, out var found) ? found : TimeZoneInfo.Utc;
        var rows = new List<RevenueMonth>();
        foreach (var month in months)
        {
            var (on, next) = (month.FirstOn, month.FirstOn.AddMonths(1));
            var (beginsAt, endsAt) = (BeginningOf(on, zone), BeginningOf(next, zone));
            // Sold and never connected is no line yet.
            var lines = context.Set<Subscription>().Where(s => s.Status != SubscriptionStatus.Pending);
            rows.Add(new RevenueMonth(
                month,
                sums.GetValueOrDefault((month, LedgerAccount.Revenue)),
                -sums.GetValueOrDefault((month, LedgerAccount.Discounts)),
                sums.GetValueOrDefault((month, LedgerAccount.LateFees)),
                rows.Count == 0 ? null : rows[^1].Total,
                await lines.CountAsync(s => s.StartsOn < on && (s.TerminatedAtUtc == null || s.TerminatedAtUtc >= beginsAt), cancellationToken),
                await lines.CountAsync(s => s.StartsOn >= on && s.StartsOn < next && (s.TerminatedAtUtc == null || s.TerminatedAtUtc >= beginsAt), cancellationToken),
                await lines.CountAsync(s => s.StartsOn < next && s.TerminatedAtUtc >= beginsAt && s.TerminatedAtUtc < endsAt, cancellationToken)));
        }

        return Result.Of<IReadOnlyList<RevenueMonth>>([.. rows.Skip(1)]);
    }

    public async Task<Result<Page<RevenueShare>>> SharesAsync(RevenueGroup by, RevenuePeriod? period, PageRequest page, CancellationToken cancellationToken)
    {
        var asked = await PeriodAsync(period, cancellationToken);
        if (!asked.Succeeded)
        {
            return asked.Error;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (first, last) = (asked.Value.From.FirstOn, asked.Value.To.LastOn);
        var bills = context.Set<Invoice>().Where(i => i.IssuedOn >= first && i.IssuedOn <= last && i.Kind != InvoiceKind.ProForma && i.Kind != InvoiceKind.Opening && (i.State == InvoiceState.Issued || i.State == InvoiceState.WrittenOff));
        var lines = bills.Join(context.Set<InvoiceLine>().Where(l => l.Kind != ChargeKind.Deposit && l.Kind != ChargeKind.DepositReturn), i => i.Id, l => l.InvoiceId, (i, l) => new { i.CustomerId, l.SubscriptionId, l.TaxCode, l.AmountMinor });
        var named = by == RevenueGroup.Plan
            ? from line in lines
              join subscription in context.Set<Subscription>() on line.SubscriptionId equals (Guid?)subscription.Id into sold
              from subscription in sold.DefaultIfEmpty()
              join plan in context.Set<ServicePlan>() on subscription.PlanId equals plan.Id into served
              from plan in served.DefaultIfEmpty()
              select new { Name = (string?)plan.Name, line.SubscriptionId, line.TaxCode, line.AmountMinor }
            : from line in lines
              join customer in context.Set<Customer>() on line.CustomerId equals customer.Id
              select new { Name = customer.City, line.SubscriptionId, line.TaxCode, line.AmountMinor };
        var groups = await named.GroupBy(l => new { l.Name, l.TaxCode }).Select(g => new { g.Key.Name, g.Key.TaxCode, Minor = g.Sum(l => l.AmountMinor), Lines = g.Select(l => l.SubscriptionId).Distinct().Count() }).ToListAsync(cancellationToken);
        // Of prices that have the tax in them only what is left without it was earned.
        var bases = await bills.Join(context.Set<InvoiceTaxLine>(), i => i.Id, t => t.InvoiceId, (i, t) => t).Where(t => t.Mode == TaxMode.Inclusive).GroupBy(t => t.Code)
            .Select(g => new { g.Key, Base = g.Sum(t => t.BaseMinor), Whole = g.Sum(t => t.BaseMinor + t.TaxMinor) }).ToDictionaryAsync(t => t.Key, cancellationToken);
        var shares = groups.GroupBy(g => g.Name).Select(g => (
            Name: g.Key,
            Billed: g.Aggregate(Money.Zero, (sum, part) => sum + (bases.GetValueOrDefault(part.TaxCode) is { Whole: not 0 } known ? Money.Idr(part.Minor).Times(known.Base, known.Whole) : Money.Idr(part.Minor))),
            Lines: g.Max(part => part.Lines))).OrderByDescending(s => s.Billed).ThenBy(s => s.Name, StringComparer.Ordinal).ToList();
        var all = shares.Aggregate(Money.Zero, (sum, share) => sum + share.Billed);
        return Page<RevenueShare>.Of(
            [.. shares.Skip(page.Skip).Take(page.Take).Select(s => new RevenueShare(s.Name, s.Billed, s.Lines, all.IsZero ? 0 : s.Billed.Minor * Hundred / all.Minor))],
            page,
            shares.Count);
    }

    private async Task<Result<RevenuePeriod>> PeriodAsync(RevenuePeriod? period, CancellationToken cancellationToken)
    {
        if (actor.Deny(LedgerPermissions.LedgerRead) is { } denied)
        {
            return denied;
        }

        var today = await business.TodayAsync(cancellationToken);
        var asked = period ?? RevenuePeriod.YearUntil(today);
        return asked.Months is < 1 or > RevenuePeriod.MostMonths || asked.From.Year < EarliestYear || asked.To.FirstOn > today ? RevenueErrors.BadPeriod : asked;
    }

    private static DateTime BeginningOf(DateOnly day, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), zone);
}
