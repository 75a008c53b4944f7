using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Receipts;

/// <summary>Reads receipts as pages show them.</summary>
internal static class ReceiptReading
{
    public static async Task<Result<ReceiptDetails>> GetAsync(PortalDbContext context, Guid receiptId, CancellationToken cancellationToken)
    {
        var receipt = await context.Set<Receipt>().AsNoTracking().Include(r => r.Money).Include(r => r.Parts).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == receiptId, cancellationToken);
        if (receipt is null)
        {
            return ReceiptErrors.NotFound;
        }

        Guid[] accountIds = [.. receipt.Parts.Select(part => part.BillingAccountId).Append(receipt.BillingAccountId).Distinct()];
        var accounts = await context.Set<BillingAccount>().Where(a => accountIds.Contains(a.Id)).Select(a => new { a.Id, a.Number, a.CustomerId, Name = a.Customer!.CompanyName ?? a.Customer.Name })
            .ToDictionaryAsync(a => a.Id, cancellationToken);
        Guid[] invoiceIds = [.. receipt.Parts.Select(part => part.InvoiceId).OfType<Guid>().Distinct()];
        var numbers = await context.Set<Invoice>().Where(i => invoiceIds.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Number, cancellationToken);
        return new ReceiptDetails(
            RowOf(receipt, accounts[receipt.BillingAccountId].Number),
            [.. receipt.Money.OrderBy(part => part.No).Select(part => new MoneyPart(part.Method, part.Place, Money.Idr(part.AmountMinor)))],
            [.. receipt.Parts.OrderBy(part => part.No).Select(part => accounts[part.BillingAccountId] is var account
                ? new ReceiptPartRow(part.BillingAccountId, account.Number, account.CustomerId, account.Name, part.InvoiceId, part.InvoiceId is { } id ? numbers.GetValueOrDefault(id) : null, Money.Idr(part.AmountMinor), Money.Idr(part.RoundedMinor))
                : null!)],
            receipt.Note,
            receipt.VoidedAtUtc,
            receipt.VoidedBy,
            receipt.VoidReason,
            receipt.Version);
    }

    public static ReceiptRow RowOf(Receipt receipt, string accountNumber) => new(
        receipt.Id,
        receipt.Number,
        receipt.State,
        receipt.PaidAtUtc,
        receipt.BookedAtUtc,
        receipt.PayerName,
        receipt.BillingAccountId,
        accountNumber,
        [.. receipt.Money.OrderBy(part => part.No).Select(part => part.Method).Distinct()],
        Money.Idr(receipt.AmountMinor),
        receipt.Reference,
        receipt.BookedBy);
}
