using IspPortal.Core.Billing;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Outages;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Plans;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Billing.Opening;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Invoices;

/// <summary>Reads what bills are made of, for many accounts with the same few queries.</summary>
internal sealed class BillingFacts(ISettingsReader<BillingSettings> settings, ISettingsReader<CompanySettings> company, ISettingsReader<SubscriptionSettings> lineSettings, IEnumerable<IOutageCover> covers)
{
    /// <summary>How far back a change can still correct a bill: what is older stays as it was billed.</summary>
    private const int MonthsThatCorrect = 3;

    public async Task<IReadOnlyList<AccountFacts>> ReadAsync(PortalDbContext context, IReadOnlyCollection<Guid> accountIds, DateOnly throughOn, CancellationToken cancellationToken)
    {
        var billing = await settings.GetAsync(cancellationToken);
        var standard = billing.Policy with { LateRenewal = (await lineSettings.GetAsync(cancellationToken)).LateRenewalFrom == "old-end" ? LateRenewal.OldEnd : LateRenewal.Payment };
        var zone = ZoneOf(await company.GetAsync(cancellationToken));
        var closedUntil = throughOn.AddMonths(-MonthsThatCorrect);
        var accounts = await context.Set<BillingAccount>().AsNoTracking().Where(a => accountIds.Contains(a.Id)).OrderBy(a => a.Id)
            .Select(a => new { a.Id, a.CustomerId, a.Name, a.Address, Customer = a.Customer!.CompanyName ?? a.Customer.Name, a.Customer.Street, a.Customer.Village, a.Customer.District, a.Customer.City, a.Customer.PostalCode }).ToListAsync(cancellationToken);
        var terms = await context.Set<BillingTerms>().AsNoTracking().Where(t => accountIds.Contains(t.BillingAccountId)).ToDictionaryAsync(t => t.BillingAccountId, cancellationToken);
        var lines = await SubscriptionReading.ReadAsync(context, accountIds, closedUntil, billing.BilledFromOn, zone, cancellationToken);
        var outages = standard.OutageCreditFromHours is null ? [] : await OutagesAsync([.. lines.Values.SelectMany(some => some).Select(line => line.AccessId)], closedUntil, throughOn, zone, cancellationToken);
        var billed = await BilledAsync(context, accountIds, lines.Values.SelectMany(some => some).Select(line => line.Facts.Id).ToList(), closedUntil, cancellationToken);
        var deposits = await DepositsAsync(context, [.. lines.Values.SelectMany(some => some).Select(line => line.Facts.Id)], cancellationToken);
        var before = await BeforeAsync(context, accountIds, throughOn, cancellationToken);
        var credit = await context.Set<LedgerEntry>().Where(e => e.Account == LedgerAccount.CustomerCredit && e.BillingAccountId != null && accountIds.Contains(e.BillingAccountId.Value))
            .GroupBy(e => e.BillingAccountId!.Value).Select(g => new { g.Key, Sum = g.Sum(e => e.AmountMinor) }).ToDictionaryAsync(g => g.Key, g => -g.Sum, cancellationToken);
        return
        [
            .. accounts.Select(account =>
            {
                var own = lines.GetValueOrDefault(account.Id) ?? [];
                var special = terms.GetValueOrDefault(account.Id);
                var policy = special?.FixedDay is { } day ? standard with { Alignment = PeriodAlignment.FixedDay, FixedDay = day } : standard;
                var owners = own.Select(line => line.Facts.Id).Append(account.Id).ToHashSet();
                return new AccountFacts(
                    new AccountBillingFacts(account.Id, [.. own.Select(line => outages.TryGetValue(line.AccessId, out var hits) ? line.Facts with { Outages = hits } : line.Facts)]) { MinimumCharge = billing.Minimum, MinimumTaxCode = own.FirstOrDefault().TaxCode ?? "" },
                    [.. owners.SelectMany(owner => billed[owner]), .. owners.SelectMany(owner => deposits[owner])],
                    policy,
                    new TaxProfile(special?.Tax ?? CustomerTax.Normal, special?.WithholdingBasisPoints ?? 0),
                    account.CustomerId,
                    account.Customer,
                    account.Address ?? Joined(account.Street, account.Village, account.District, account.City, account.PostalCode),
                    own.Where(line => line.Facts.Payment == PlanPayment.Prepaid).Select(line => line.Facts.Id).ToHashSet(),
                    before.TryGetValue(account.Id, out var last) ? Money.Idr(last) : null,
                    Money.Idr(credit.GetValueOrDefault(account.Id)));
            }),
        ];
    }

    /// <summary>Outages that are over, by line; one that took a line down several times counts as one.</summary>
    private async Task<Dictionary<Guid, IReadOnlyList<OutageHit>>> OutagesAsync(IReadOnlyCollection<Guid> accessIds, DateOnly closedUntil, DateOnly throughOn, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var spans = new List<OutageSpan>();
        foreach (var cover in covers)
        {
            spans.AddRange(await cover.BetweenAsync(accessIds, StartOf(closedUntil), StartOf(throughOn.AddDays(1)), cancellationToken));
        }

        return spans.Where(span => span is { WasOnline: true, ToUtc: not null }).GroupBy(span => span.AccessId).ToDictionary(
            line => line.Key,
            IReadOnlyList<OutageHit> (line) =>
            [
                .. line.GroupBy(span => span.OutageId).Select(outage => new OutageHit(
                    outage.Key,
                    "",
                    DayOf(outage.Min(span => span.FromUtc), zone),
                    DayOf(outage.Max(span => span.ToUtc!.Value), zone),
                    (int)outage.Sum(span => (span.ToUtc!.Value - span.FromUtc).TotalHours))),
            ]);
    }

    private static DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    private static DateOnly DayOf(DateTime atUtc, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(atUtc, zone));

    /// <summary>What of an account's charges is billed, by their owner: all that is billed once, and days that can still be corrected.</summary>
    private static async Task<ILookup<Guid, BilledCharge>> BilledAsync(
        PortalDbContext context, IReadOnlyCollection<Guid> accountIds, List<Guid> subscriptionIds, DateOnly closedUntil, CancellationToken cancellationToken)
    {
        var found = new List<(Guid Owner, InvoiceLine Line)>();
        foreach (var owners in accountIds.Concat(subscriptionIds).Distinct().Chunk(SubscriptionReading.IdsAtOnce))
        {
            var rows = await context.Set<ChargeClaim>().AsNoTracking().Where(c => owners.Contains(c.OwnerId))
                .Join(context.Set<InvoiceLine>().AsNoTracking(), c => new { c.InvoiceId, No = c.LineNo }, l => new { l.InvoiceId, l.No }, (c, l) => new { c.OwnerId, Line = l })
                .Where(r => r.Line.ToOn == null || r.Line.ToOn > closedUntil).ToListAsync(cancellationToken);
            found.AddRange(rows.Select(row => (row.OwnerId, row.Line)));
        }

        var spread = new List<DeferredPart>();
        foreach (var ids in found.Where(f => f.Line.Rule == BillRule.PayNGetM).Select(f => f.Line.InvoiceId).Distinct().Chunk(SubscriptionReading.IdsAtOnce))
        {
            spread.AddRange(await context.Set<DeferredPart>().AsNoTracking().Where(p => ids.Contains(p.InvoiceId)).ToListAsync(cancellationToken));
        }

        var parts = spread.ToLookup(p => (p.InvoiceId, p.LineNo));
        return found.ToLookup(
            f => f.Owner,
            f => f.Line.ToBilled([.. parts[(f.Line.InvoiceId, f.Line.No)].OrderBy(p => p.FromOn).Select(p => new SpreadPart(p.FromOn, p.ToOn, Money.Idr(p.AmountMinor)))]));
    }

    /// <summary>Deposits that lines brought along from the old system.</summary>
    private static async Task<ILookup<Guid, BilledCharge>> DepositsAsync(PortalDbContext context, List<Guid> subscriptionIds, CancellationToken cancellationToken)
    {
        var found = new List<(Guid Id, Money Deposit)>();
        foreach (var ids in subscriptionIds.Chunk(SubscriptionReading.IdsAtOnce))
        {
            found.AddRange((await BroughtAlong.ReadAsync(context, ids, cancellationToken)).Where(line => !line.Value.Deposit.IsZero).Select(line => (line.Key, line.Value.Deposit)));
        }

        return found.ToLookup(line => line.Id, line => BroughtAlong.DepositOf(line.Id, line.Deposit));
    }

    private static async Task<Dictionary<Guid, long>> BeforeAsync(PortalDbContext context, IReadOnlyCollection<Guid> accountIds, DateOnly throughOn, CancellationToken cancellationToken)
    {
        var from = throughOn.AddMonths(-1).AddDays(-3);
        var to = throughOn.AddDays(-4);
        return await context.Set<Invoice>()
            .Where(i => accountIds.Contains(i.BillingAccountId) && i.RunId != null && i.IssuedOn >= from && i.IssuedOn <= to && i.State != InvoiceState.Replaced)
            .GroupBy(i => i.BillingAccountId).Select(g => new { g.Key, Sum = g.Sum(i => i.BaseMinor) }).ToDictionaryAsync(g => g.Key, g => g.Sum, cancellationToken);
    }

    private static string? Joined(params string?[] parts) => parts.Any(part => part is not null) ? string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part))) : null;

    private static TimeZoneInfo ZoneOf(CompanySettings company) => TimeZoneInfo.TryFindSystemTimeZoneById(company.BusinessZone, out var zone) ? zone : TimeZoneInfo.Utc;
}
