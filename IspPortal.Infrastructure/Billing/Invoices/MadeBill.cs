using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;

namespace IspPortal.Infrastructure.Billing.Invoices;

/// <summary>A bill ready to be written, all but its number.</summary>
/// <param name="Invoice">The bill with its lines and taxes.</param>
/// <param name="Claims">What it bills; empty for lines that a person wrote.</param>
/// <param name="Deferred">What of it is earned later.</param>
/// <param name="Amounts">What it is made of in the ledger.</param>
internal sealed record MadeBill(Invoice Invoice, IReadOnlyList<ChargeClaim> Claims, IReadOnlyList<DeferredPart> Deferred, BilledAmounts Amounts)
{
    /// <summary>What it posts once it has its number; null: a pro forma, or a bill of nothing.</summary>
    public LedgerPosting? Posting => Invoice.Kind == InvoiceKind.ProForma || !Posts ? null
        : Invoice.Kind == InvoiceKind.DebitNote ? LedgerPostings.DebitNoteIssued(Occasion, Invoice.BillingAccountId, Invoice.Id, Amounts) : LedgerPostings.InvoiceIssued(Occasion, Invoice.BillingAccountId, Invoice.Id, Amounts);

    private bool Posts => !Amounts.Total.IsZero || !Amounts.Revenue.IsZero || !Amounts.Deferred.IsZero || !Amounts.Deposits.IsZero;

    private LedgerOccasion Occasion => new($"invoice:{Invoice.Id:N}", Invoice.IssuedOn!.Value, Invoice.IssuedAtUtc!.Value, Invoice.Number!, Invoice.Id);
}
