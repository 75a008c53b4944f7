using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Deferred;

/// <summary>
/// Earns what was billed ahead when its period begins: each part once, by the key of its posting. The first part of a line was earned with the bill and only gets its mark. Pro formas owe nothing
/// and have nothing to earn. Of a subscription that ended nothing more is served: once its last bill took back what was to be taken back, the rest is earned at once.
/// </summary>
internal sealed class DeferredRecognition(PortalContextSource contexts, LedgerBook ledger, IBusinessClock business, TimeProvider clock)
{
    private const int BillsAtOnce = 200;

    /// <summary>How many postings it made.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = await business.TodayAsync(cancellationToken);
        var posted = 0;
        while (true)
        {
            var (bills, some) = await EarnAsync(today, cancellationToken);
            posted += some;
            if (bills < BillsAtOnce)
            {
                return posted;
            }
        }
    }

    private async Task<(int Bills, int Posted)> EarnAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateForSystem(RecogniseRevenueJob.Key);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var billedTo = await context.Set<BillingRun>().Where(r => r.State == BillingRunState.Done).MaxAsync(r => (DateOnly?)r.ThroughOn, cancellationToken);
        var due = context.Set<DeferredPart>().Where(p => !p.IsRecognised
            && (p.FromOn <= today || context.Set<InvoiceLine>().Any(l => l.InvoiceId == p.InvoiceId && l.No == p.LineNo
                && context.Set<Subscription>().Any(s => s.Id == l.SubscriptionId && s.Status == SubscriptionStatus.Terminated && s.EndsOn < billedTo)))
            && context.Set<Invoice>().Any(i => i.Id == p.InvoiceId && i.Kind != InvoiceKind.ProForma && (i.State == InvoiceState.Issued || i.State == InvoiceState.WrittenOff)));
        var ids = await due.Select(p => p.InvoiceId).Distinct().OrderBy(id => id).Take(BillsAtOnce).ToListAsync(cancellationToken);
        if (ids.Count == 0)
        {
            return (0, 0);
        }

        // Whoever credits or corrects one of these bills at the same moment waits, or was faster and is seen.
        await context.LockBillingAccountsAsync(await context.Set<Invoice>().Where(i => ids.Contains(i.Id)).Select(i => i.BillingAccountId).Distinct().ToListAsync(cancellationToken), cancellationToken);
        var invoices = await context.Set<Invoice>().AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.BillingAccountId, i.Number, i.IssuedOn }).ToDictionaryAsync(i => i.Id, cancellationToken);
        var parts = await context.Set<DeferredPart>().AsNoTracking().Where(p => ids.Contains(p.InvoiceId)).ToListAsync(cancellationToken);
        var earned = (await due.Where(p => ids.Contains(p.InvoiceId)).Select(p => new { p.InvoiceId, p.LineNo, p.FromOn }).ToListAsync(cancellationToken)).Select(p => (p.InvoiceId, p.LineNo, p.FromOn)).ToHashSet();
        var postings = new List<LedgerPosting>();
        foreach (var part in parts.GroupBy(p => (p.InvoiceId, p.LineNo)).SelectMany(line => line.OrderBy(p => p.FromOn).Skip(1)).Where(p => earned.Contains((p.InvoiceId, p.LineNo, p.FromOn)) && p.AmountMinor != 0).OrderBy(p => p.FromOn))
        {
            var invoice = invoices[part.InvoiceId];
            // Billed late, a period may have begun before its bill.
            var began = part.FromOn < today ? part.FromOn : today;
            var on = invoice.IssuedOn > began ? invoice.IssuedOn.Value : began;
            var occasion = new LedgerOccasion(FormattableString.Invariant($"deferred:{part.InvoiceId:N}:{part.LineNo}:{part.FromOn:yyyyMMdd}"), on, clock.UtcNow(), invoice.Number!, part.InvoiceId);
            postings.Add(LedgerPostings.DeferredRecognised(occasion, invoice.BillingAccountId, part.InvoiceId, Money.Idr(part.AmountMinor)));
        }

        var made = await ledger.PostManyAsync(context, postings, cancellationToken);
        if (!made.Succeeded)
        {
            // Somebody earned one of them at the same moment: what is left is seen the next time.
            return (0, 0);
        }

        await due.Where(p => ids.Contains(p.InvoiceId)).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsRecognised, true), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (ids.Count, made.Value);
    }
}
