using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Receipts;

/// <summary>Uses the credit of an account: for what is owed, then for offers, then to bring back lines that ran out. In the transaction of whoever gave the credit; the account is locked.</summary>
internal sealed class AccountSettling(LedgerBook ledger, PrepaidOffers offers, ISettingsReader<ReceiptSettings> settings, TimeProvider clock)
{
    /// <summary>Spends what there is. Everything posted before must be saved. <paramref name="occasionId"/> names what gave the credit.</summary>
    public async Task<Result> UseCreditAsync(PortalDbContext context, Guid accountId, Guid occasionId, DateOnly on, CancellationToken cancellationToken)
    {
        var tolerance = (await settings.GetAsync(cancellationToken)).MostLetGo;
        return (await PayOwedAsync(context, accountId, occasionId, tolerance, on, cancellationToken)).Error is { } error ? error : await offers.PayAsync(context, accountId, tolerance, on, cancellationToken);
    }

    /// <summary>Bills of an account that are owed, tracked.</summary>
    public static Task<List<Invoice>> OwedAsync(PortalDbContext context, Guid accountId, CancellationToken cancellationToken) => context.Set<Invoice>()
        .Where(i => i.BillingAccountId == accountId && i.State == InvoiceState.Issued && i.Kind != InvoiceKind.ProForma && i.TotalMinor - i.WithheldMinor - i.CollectedMinor > i.SettledMinor).ToListAsync(cancellationToken);

    public static OpenBill OpenBillOf(Invoice invoice) => new(invoice.Id, invoice.DueOn!.Value, invoice.Number!, Money.Idr(invoice.OutstandingMinor));

    /// <summary>Marks what bills got, and posts what of them is let go.</summary>
    public async Task<Result> SettleAsync(PortalDbContext context, IReadOnlyList<Invoice> invoices, IReadOnlyList<PaidBill> paid, Guid occasionId, DateOnly on, CancellationToken cancellationToken)
    {
        foreach (var part in paid)
        {
            var invoice = invoices.Single(i => i.Id == part.BillId);
            invoice.SettledMinor += (part.Paid + part.Rounded).Minor;
            invoice.SettledAtUtc = invoice.OutstandingMinor == 0 ? clock.UtcNow() : null;
            if (part.Rounded.IsZero)
            {
                continue;
            }

            var occasion = new LedgerOccasion($"rounding:{part.BillId:N}:{occasionId:N}", on, clock.UtcNow(), part.Number, part.BillId);
            if ((await ledger.PostAsync(context, LedgerPostings.RoundingWrittenOff(occasion, invoice.BillingAccountId, part.BillId, part.Rounded), cancellationToken)).Error is { } error)
            {
                return error;
            }
        }

        return Result.Success;
    }

    private async Task<Result> PayOwedAsync(PortalDbContext context, Guid accountId, Guid occasionId, Money tolerance, DateOnly on, CancellationToken cancellationToken)
    {
        var credit = await context.CreditOfAsync(accountId, cancellationToken);
        if (credit <= Money.Zero)
        {
            return Result.Success;
        }

        var owed = await OwedAsync(context, accountId, cancellationToken);
        var allocation = ReceiptAllocation.Of(credit, [.. owed.Select(OpenBillOf)], tolerance);
        if (allocation.Bills.Count == 0)
        {
            return Result.Success;
        }

        var occasion = new LedgerOccasion($"credit:{accountId:N}:{occasionId:N}", on, clock.UtcNow(), allocation.Bills[0].Number, allocation.Bills[0].BillId);
        var posting = LedgerPostings.CreditApplied(occasion, accountId, allocation.Bills.ToDictionary(bill => bill.BillId, bill => bill.Paid));
        if ((await ledger.PostAsync(context, posting, cancellationToken)).Error is { } unposted)
        {
            return unposted;
        }

        return (await SettleAsync(context, owed, allocation.Bills, occasionId, on, cancellationToken)).Error is { } unsettled ? unsettled : await LedgerBook.SaveAsync(context, cancellationToken);
    }
}
