using System.Linq.Expressions;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Outages;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Holds;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Reads how accounts stand with what they owe, many with the same few queries.</summary>
internal sealed class DunningReading(IEnumerable<IOutageCover> covers)
{
    private static readonly LedgerKind[] Receipts = [LedgerKind.ReceiptBooked, LedgerKind.ReceiptVoided];

    /// <summary>Bills that are owed, open and dunned here; a pro forma is no debt, and a bill of the old system was dunned there.</summary>
    public static IQueryable<Invoice> Open(PortalDbContext context) => context.Set<Invoice>()
        .Where(i => i.State == InvoiceState.Issued && i.Kind != InvoiceKind.ProForma && i.Kind != InvoiceKind.Opening && i.DueOn != null && i.TotalMinor - i.WithheldMinor - i.CollectedMinor > i.SettledMinor);

    /// <summary>How the accounts stand on a day, in the order of their ids. Stored states and promises are tracked by the context.</summary>
    public async Task<IReadOnlyList<LateAccount>> ReadAsync(PortalDbContext context, IReadOnlyCollection<Guid> accountIds, DateOnly today, DunningPolicy policy, CancellationToken cancellationToken)
    {
        Expression<Func<Invoice, OpenBill>> toBill = i => new OpenBill(i.Id, i.BillingAccountId, i.Number!, i.Kind, i.BasedOnId, i.DueOn!.Value, i.TotalMinor - i.WithheldMinor - i.CollectedMinor - i.SettledMinor);
        var bills = (await Open(context).AsNoTracking().Where(i => accountIds.Contains(i.BillingAccountId)).Select(toBill).ToListAsync(cancellationToken)).ToLookup(bill => bill.BillingAccountId);
        var rows = await context.Set<DunningAccount>().Where(a => accountIds.Contains(a.BillingAccountId)).ToDictionaryAsync(a => a.BillingAccountId, cancellationToken);
        var promises = await context.Set<PaymentPromise>().Include(p => p.Parts).Where(p => accountIds.Contains(p.BillingAccountId) && p.State == PromiseState.Open).ToListAsync(cancellationToken);
        var paid = await PaidAsync(context, promises, cancellationToken);
        var excepted = await context.Set<DunningTerms>().Where(t => accountIds.Contains(t.BillingAccountId) && (t.UntilOn == null || t.UntilOn >= today)).Select(t => t.BillingAccountId).ToHashSetAsync(cancellationToken);
        var lines = (await BillHolds.LinesOfAccountsAsync(context, accountIds, cancellationToken)).ToLookup(line => line.BillingAccountId);
        var covered = await CoveredAsync(lines, cancellationToken);
        return
        [
            .. accountIds.Distinct().Order().Select(id =>
            {
                var own = bills[id].OrderBy(bill => bill.DueOn).ThenBy(bill => bill.Id).ToList();
                var promise = promises.Find(p => p.BillingAccountId == id);
                var stands = promise is null
                    ? PromiseState.Open
                    : PromiseRule.StateOf(PartsOf(promise), Money.Idr(paid.GetValueOrDefault(promise.Id)), Money.Idr(own.Sum(bill => bill.OutstandingMinor)) <= policy.Tolerance, today);
                var facts = new DunningFacts(today, own.ConvertAll(bill => new OpenInvoice(bill.Id, bill.DueOn, Money.Idr(bill.OutstandingMinor))))
                {
                    NeverIsolir = excepted.Contains(id),
                    PromisedUntilOn = promise is not null && stands == PromiseState.Open ? promise.UntilOn : null,
                    HasInstalments = promise is { IsInstalments: true } && stands == PromiseState.Open,
                    IsBehindOutage = lines[id].Any(line => covered.Contains(line.AccessId)),
                    IsIsolated = lines[id].Any(line => line.IsIsolated),
                    HasLines = lines[id].Any(),
                };
                return new LateAccount(id, rows.GetValueOrDefault(id), own, promise, stands, facts, DunningRule.Decide(facts, policy));
            }),
        ];
    }

    /// <summary>The lines in service that the bills of an account bill which are late enough for a run of that kind, by account.</summary>
    public static async Task<ILookup<Guid, BilledLine>> LinesForAsync(PortalDbContext context, IReadOnlyCollection<LateAccount> accounts, DunningRunKind kind, CancellationToken cancellationToken)
    {
        var billIds = accounts.SelectMany(account => account.BillsFor(kind)).Distinct().ToList();
        var subscriptionIds = await context.Set<InvoiceLine>().Where(l => billIds.Contains(l.InvoiceId) && l.SubscriptionId != null).Select(l => l.SubscriptionId!.Value).Distinct().ToListAsync(cancellationToken);
        return (await BillHolds.LinesAsync(context, subscriptionIds, cancellationToken)).ToLookup(line => line.BillingAccountId);
    }

    /// <summary>The parts of a promise in order.</summary>
    public static IReadOnlyList<PromisePart> PartsOf(PaymentPromise promise) => [.. promise.Parts.OrderBy(part => part.No).Select(part => new PromisePart(part.DueOn, Money.Idr(part.AmountMinor)))];

    // What each account paid since it promised; voided receipts are taken off.
    private static async Task<Dictionary<Guid, long>> PaidAsync(PortalDbContext context, List<PaymentPromise> promises, CancellationToken cancellationToken)
    {
        if (promises.Count == 0)
        {
            return [];
        }

        var accountIds = promises.Select(p => (Guid?)p.BillingAccountId).ToList();
        var since = promises.Min(p => p.CreatedAtUtc);
        var entries = await (
            from e in context.Set<LedgerEntry>()
            join t in context.Set<LedgerTransaction>() on e.TransactionId equals t.Id
            where accountIds.Contains(e.BillingAccountId) && (e.Account == LedgerAccount.Receivable || e.Account == LedgerAccount.CustomerCredit) && Receipts.Contains(t.Kind) && t.RecordedAtUtc >= since
            select new { e.BillingAccountId, t.RecordedAtUtc, e.AmountMinor }).ToListAsync(cancellationToken);
        return promises.ToDictionary(p => p.Id, p => -entries.Where(e => e.BillingAccountId == p.BillingAccountId && e.RecordedAtUtc >= p.CreatedAtUtc).Sum(e => e.AmountMinor));
    }

    private async Task<HashSet<Guid>> CoveredAsync(ILookup<Guid, BilledLine> lines, CancellationToken cancellationToken)
    {
        var accessIds = lines.SelectMany(some => some).Select(line => line.AccessId).ToList();
        var covered = new HashSet<Guid>();
        foreach (var cover in accessIds.Count == 0 ? [] : covers)
        {
            covered.UnionWith((await cover.NowAsync(accessIds, cancellationToken)).Keys);
        }

        return covered;
    }
}
