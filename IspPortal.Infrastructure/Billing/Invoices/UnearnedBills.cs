using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Money;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Invoices;

/// <summary>Periods that were paid at once and are over early: what of them was still to be earned never will be.</summary>
internal static class UnearnedBills
{
    /// <summary>
    /// The bill as it is posted: what it gives back of such periods is taken out of what is deferred, and what they leave is earned at once. The parts are marked, so that nobody earns them again. The
    /// account is locked.
    /// </summary>
    public static async Task<MadeBill> TakeAsync(PortalDbContext context, MadeBill bill, CancellationToken cancellationToken)
    {
        var unearned = Money.Zero;
        foreach (var line in bill.Invoice.Kind == InvoiceKind.ProForma ? [] : bill.Invoice.Lines.Where(line => line is { Rule: BillRule.UnusedPaid, CorrectsKey: not null, SubscriptionId: not null, FromOn: not null }))
        {
            var (owner, key, from) = (line.SubscriptionId!.Value, line.CorrectsKey!, line.FromOn!.Value);
            var parts = await (
                from claim in context.Set<ChargeClaim>()
                join part in context.Set<DeferredPart>() on new { claim.InvoiceId, claim.LineNo } equals new { part.InvoiceId, part.LineNo }
                where claim.OwnerId == owner && claim.ChargeKey == key
                select part).AsNoTracking().ToListAsync(cancellationToken);
            // The first part was earned with its bill, marked or not.
            var left = parts.OrderBy(part => part.FromOn).Skip(1).Where(part => !part.IsRecognised && part.FromOn >= from).ToList();
            if (left.Count == 0)
            {
                continue;
            }

            unearned += Money.Idr(left.Sum(part => part.AmountMinor));
            var (invoiceId, lineNo) = (left[0].InvoiceId, left[0].LineNo);
            await context.Set<DeferredPart>().Where(part => part.InvoiceId == invoiceId && part.LineNo == lineNo && !part.IsRecognised && part.FromOn >= from)
                .ExecuteUpdateAsync(set => set.SetProperty(part => part.IsRecognised, true), cancellationToken);
        }

        return unearned.IsZero ? bill : bill with { Amounts = bill.Amounts with { Deferred = bill.Amounts.Deferred - unearned, Revenue = bill.Amounts.Revenue + unearned } };
    }
}
