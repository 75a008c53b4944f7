using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>What a billing account can pay now.</summary>
/// <param name="BillingAccountId">The account.</param>
/// <param name="AccountNumber">Its number.</param>
/// <param name="AccountName">What it is called.</param>
/// <param name="CustomerId">Its customer.</param>
/// <param name="CustomerName">What the customer is called.</param>
/// <param name="Credit">What it paid ahead and is not used up.</param>
/// <param name="Bills">What is open, the oldest first; pro formas after what is owed.</param>
/// <param name="Renewal">What it would take to bring lines back whose prepaid time ran out; null: none ran out.</param>
public sealed record AccountPayables(
    Guid BillingAccountId,
    string AccountNumber,
    string AccountName,
    Guid CustomerId,
    string CustomerName,
    Money Credit,
    IReadOnlyList<InvoiceRow> Bills,
    Money? Renewal)
{
    /// <summary>What is owed.</summary>
    public Money Owed => Bills.Where(bill => bill.Kind != InvoiceKind.ProForma).Aggregate(Money.Zero, (sum, bill) => sum + bill.Outstanding);

    /// <summary>What would make everything paid: debts, offers and lines that ran out, less credit; never below zero.</summary>
    public Money Due
    {
        get
        {
            var all = Bills.Aggregate(Renewal ?? Money.Zero, (sum, bill) => sum + (bill.Kind == InvoiceKind.ProForma ? bill.Payable : bill.Outstanding));
            return all > Credit ? all - Credit : Money.Zero;
        }
    }
}
