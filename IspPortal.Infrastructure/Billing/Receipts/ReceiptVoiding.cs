using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Receipts;

/// <summary>Takes receipts back by postings the other way: nothing is erased, what was paid is open again, and credit that was spent meanwhile is pulled out of the bills it paid.</summary>
internal sealed class ReceiptVoiding(LedgerBook ledger, TimeProvider clock)
{
    public static ReceivedMoney MoneyOf(PaymentMethod method, string place, Money amount) => new(
        method switch { PaymentMethod.Cash => LedgerAccount.Cash, PaymentMethod.BankTransfer => LedgerAccount.Bank, _ => LedgerAccount.GatewayClearing }, place, amount);

    public async Task<Result> VoidAsync(IDbContextFactory<PortalDbContext> contexts, Guid receiptId, long version, string reason, DateOnly today, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var accountIds = await context.Set<ReceiptPart>().Where(p => p.ReceiptId == receiptId).Select(p => p.BillingAccountId).Distinct().ToListAsync(cancellationToken);
        await context.LockBillingAccountsAsync(accountIds, cancellationToken);
        var receipt = await context.Set<Receipt>().Include(r => r.Money).Include(r => r.Parts).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == receiptId, cancellationToken);
        if (receipt is null)
        {
            return ReceiptErrors.NotFound;
        }

        if (receipt.State == ReceiptState.Voided)
        {
            return ReceiptErrors.AlreadyVoided;
        }

        context.ExpectVersion(receipt, version);
        var booked = LedgerPostings.ReceiptBooked(
            new LedgerOccasion("void", today, clock.UtcNow(), receipt.Number),
            [.. receipt.Money.OrderBy(part => part.No).Select(part => MoneyOf(part.Method, part.Place, Money.Idr(part.AmountMinor)))],
            [.. receipt.Parts.OrderBy(part => part.No).Select(part => new ReceiptShare(part.BillingAccountId, part.InvoiceId, Money.Idr(part.AmountMinor)))]);
        var occasion = new LedgerOccasion($"receipt-void:{receiptId:N}", today, clock.UtcNow(), receipt.Number, receiptId, reason);
        if ((await ledger.PostAsync(context, booked.Reversed(LedgerKind.ReceiptVoided, occasion), cancellationToken)).Error is { } error)
        {
            return error;
        }

        foreach (var part in receipt.Parts.Where(part => part.InvoiceId is not null))
        {
            if ((await ReopenAsync(context, receipt, part, today, cancellationToken)).Error is { } failed)
            {
                return failed;
            }
        }

        (receipt.State, receipt.VoidedAtUtc, receipt.VoidedBy, receipt.VoidReason) = (ReceiptState.Voided, clock.UtcNow(), context.Actor.Name, reason);
        if ((await LedgerBook.SaveAsync(context, cancellationToken)).Error is { } unsaved)
        {
            return unsaved;
        }

        foreach (var accountId in accountIds)
        {
            if ((await PullCreditAsync(context, accountId, receipt, today, cancellationToken)).Error is { } failed)
            {
                return failed;
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return Result.Success;
    }

    private async Task<Result> ReopenAsync(PortalDbContext context, Receipt receipt, ReceiptPart part, DateOnly today, CancellationToken cancellationToken)
    {
        var invoice = await context.Set<Invoice>().SingleAsync(i => i.Id == part.InvoiceId, cancellationToken);
        invoice.SettledMinor -= part.AmountMinor + part.RoundedMinor;
        invoice.SettledAtUtc = null;
        if (part.RoundedMinor == 0)
        {
            return Result.Success;
        }

        var occasion = new LedgerOccasion($"rounding-void:{invoice.Id:N}:{receipt.Id:N}", today, clock.UtcNow(), invoice.Number!, invoice.Id);
        var rounding = LedgerPostings.RoundingWrittenOff(occasion, part.BillingAccountId, invoice.Id, Money.Idr(part.RoundedMinor)).Reversed(LedgerKind.ReceiptVoided, occasion);
        return (await ledger.PostAsync(context, rounding, cancellationToken)).Error is { } error ? error : Result.Success;
    }

    // What it gave as credit may be spent: bills that were paid with it, the latest first, are open again.
    private async Task<Result> PullCreditAsync(PortalDbContext context, Guid accountId, Receipt receipt, DateOnly today, CancellationToken cancellationToken)
    {
        var missing = -(await context.CreditOfAsync(accountId, cancellationToken)).Minor;
        if (missing <= 0)
        {
            return Result.Success;
        }

        var used = await context.Set<LedgerEntry>().Where(e => e.BillingAccountId == accountId && e.Account == LedgerAccount.CustomerCredit && e.InvoiceId != null)
            .GroupBy(e => e.InvoiceId!.Value).Select(g => new { InvoiceId = g.Key, Minor = g.Sum(e => e.AmountMinor) }).Where(g => g.Minor > 0).ToListAsync(cancellationToken);
        List<Guid> ids = [.. used.Select(u => u.InvoiceId)];
        var invoices = await context.Set<Invoice>().Where(i => ids.Contains(i.Id)).ToListAsync(cancellationToken);
        var back = new Dictionary<Guid, Money>();
        foreach (var invoice in invoices.OrderByDescending(i => i.IssuedOn).ThenByDescending(i => i.Number, StringComparer.Ordinal))
        {
            var taken = Math.Min(missing, used.Single(u => u.InvoiceId == invoice.Id).Minor);
            if (taken <= 0)
            {
                break;
            }

            back[invoice.Id] = Money.Idr(taken);
            invoice.SettledMinor -= taken;
            invoice.SettledAtUtc = null;
            missing -= taken;
        }

        if (missing > 0)
        {
            // The customer has it: credit below zero would be a debt that no bill says.
            return ReceiptErrors.CreditPaidBack;
        }

        var occasion = new LedgerOccasion($"credit-void:{accountId:N}:{receipt.Id:N}", today, clock.UtcNow(), receipt.Number, receipt.Id);
        return (await ledger.PostAsync(context, LedgerPostings.CreditApplied(occasion, accountId, back).Reversed(LedgerKind.ReceiptVoided, occasion), cancellationToken)).Error is { } error
            ? error
            : await LedgerBook.SaveAsync(context, cancellationToken);
    }
}
