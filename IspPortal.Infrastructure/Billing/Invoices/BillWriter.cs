using System.Data.Common;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Invoices;

/// <summary>Writes bills with their numbers, claims and postings inside the caller's transaction: all of it or nothing.</summary>
internal sealed class BillWriter(LedgerBook ledger, TimeProvider clock)
{
    /// <summary>
    /// Writes them in their order; credit that an account has pays its invoice at once. <see cref="InvoiceErrors.AlreadyBilled"/> when somebody billed some of it at the same moment: the transaction is to
    /// be rolled back.
    /// </summary>
    /// <param name="context">In a transaction.</param>
    /// <param name="bills">The bills; they get their numbers here.</param>
    /// <param name="credit">What accounts paid ahead.</param>
    /// <param name="on">The day of the bills, whose month the numbers have.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Result> WriteAsync(PortalDbContext context, IReadOnlyList<MadeBill> bills, IReadOnlyDictionary<Guid, Money> credit, DateOnly on, CancellationToken cancellationToken)
    {
        foreach (var kind in bills.GroupBy(bill => bill.Invoice.Kind).OrderBy(group => group.Key))
        {
            var numbers = await context.TakeNumbersAsync(PrefixOf(kind.Key), on, kind.Count(), cancellationToken);
            foreach (var (bill, number) in kind.Zip(numbers))
            {
                bill.Invoice.Number = number;
            }
        }

        var postings = new List<LedgerPosting>();
        foreach (var bill in bills)
        {
            if ((await UnearnedBills.TakeAsync(context, bill, cancellationToken)).Posting is { } posting)
            {
                postings.Add(posting);
            }
        }

        postings.AddRange(bills.Select(bill => SettleAtOnce(bill.Invoice, credit)).OfType<LedgerPosting>());
        try
        {
            await context.InsertRowsAsync([.. bills.Select(bill => bill.Invoice)], cancellationToken);
            await context.InsertRowsAsync([.. bills.SelectMany(bill => bill.Invoice.Lines)], cancellationToken);
            await context.InsertRowsAsync([.. bills.SelectMany(bill => bill.Invoice.Taxes)], cancellationToken);
            await context.InsertRowsAsync([.. bills.SelectMany(bill => bill.Deferred)], cancellationToken);
            await context.InsertRowsAsync([.. bills.SelectMany(bill => bill.Claims)], cancellationToken);
        }
        catch (DbException exception) when (exception.IsUniqueViolation())
        {
            return InvoiceErrors.AlreadyBilled;
        }

        return (await ledger.PostManyAsync(context, postings, cancellationToken)).Error is { } error ? error : Result.Success;
    }

    private static string PrefixOf(InvoiceKind kind) => kind switch
    {
        InvoiceKind.ProForma => Invoice.ProFormaPrefix,
        InvoiceKind.DebitNote => Invoice.DebitNotePrefix,
        _ => Invoice.NumberPrefix,
    };

    private LedgerPosting? SettleAtOnce(Invoice invoice, IReadOnlyDictionary<Guid, Money> credit)
    {
        if (invoice.Kind == InvoiceKind.ProForma)
        {
            return null;
        }

        // A bill that gives back more than it takes is credit of the account.
        var used = invoice.PayableMinor < 0 ? invoice.PayableMinor : Math.Min(credit.GetValueOrDefault(invoice.BillingAccountId).Minor, invoice.PayableMinor);
        if (used > 0 || invoice.PayableMinor <= 0)
        {
            invoice.SettledMinor = used;
            invoice.SettledAtUtc = used == invoice.PayableMinor ? clock.UtcNow() : null;
        }

        if (used == 0 || (used < 0 && invoice.PayableMinor > 0))
        {
            return null;
        }

        var occasion = new LedgerOccasion($"credit:{invoice.Id:N}", invoice.IssuedOn!.Value, invoice.IssuedAtUtc!.Value, invoice.Number!, invoice.Id);
        return LedgerPostings.CreditApplied(occasion, invoice.BillingAccountId, new Dictionary<Guid, Money> { [invoice.Id] = Money.Idr(used) });
    }
}
