using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Billing.Invoices;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Billing.Receipts;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Corrections;

/// <summary>Works out and writes credit notes inside the caller's transaction; the account is locked.</summary>
internal sealed class CreditNoteWriter(LedgerBook ledger, AccountSettling settling, TimeProvider clock)
{
    /// <summary>What a credit note would come to; <see cref="CorrectionErrors.NotCreditable"/>, <see cref="CorrectionErrors.TooMuch"/>.</summary>
    public static async Task<Result<WantedCredit>> ReadAsync(PortalDbContext context, CreditInvoiceRequest request, CancellationToken cancellationToken)
    {
        var invoice = await context.Set<Invoice>().Include(i => i.Lines).SingleOrDefaultAsync(i => i.Id == request.InvoiceId, cancellationToken);
        if (invoice is null)
        {
            return InvoiceErrors.NotFound;
        }

        // What the old system earned and taxed it has to correct.
        if (invoice.Kind is InvoiceKind.ProForma or InvoiceKind.Opening || invoice.State != InvoiceState.Issued)
        {
            return CorrectionErrors.NotCreditable;
        }

        if (invoice.Version != request.Version)
        {
            return CommonErrors.VersionConflict;
        }

        var lines = invoice.Lines.OrderBy(line => line.No).ToList();
        if (request.Lines is { } wanted && wanted.Any(choice => lines.Find(line => line.No == choice.Key) is not { } line || choice.Value > LeftOf(line)))
        {
            return CorrectionErrors.TooMuch;
        }

        List<Money> taken = [.. lines.Select(line => Signed(line, request.Lines is null ? LeftOf(line) : request.Lines.GetValueOrDefault(line.No)))];
        var standing = lines.ConvertAll(line => line.ToLine([]) with { Amount = Signed(line, LeftOf(line)) });
        var amounts = CreditAmounts.Of(standing, taken, invoice.IssuedOn!.Value, invoice.Tax);
        if (amounts.Total <= Money.Zero)
        {
            return CorrectionErrors.TooMuch;
        }

        var collected = amounts.Collected;
        var withheld = WithheldOf(invoice, amounts);
        var payable = amounts.Total - withheld - collected;
        var open = Money.Idr(invoice.OutstandingMinor);
        var off = payable < open ? payable : open;
        // A slip of tax that was withheld cannot be taken back: the customer has it as credit.
        var toCredit = payable - off + (invoice.IsWithholdingProven ? withheld : Money.Zero);
        var unearned = await UnearnedAsync(context, invoice, lines, taken, cancellationToken);
        return new WantedCredit(invoice, [.. lines.Zip(taken).Where(pair => !pair.Second.IsZero)], amounts, PartsOf(standing, taken, amounts, unearned), withheld, collected, off, toCredit, unearned);
    }

    /// <summary>Writes it and gives its id.</summary>
    public async Task<Result<Guid>> WriteAsync(PortalDbContext context, CreditInvoiceRequest request, DateOnly today, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(context, request, cancellationToken);
        if (read.ValueOr(null) is not { } credit)
        {
            return read.Error!;
        }

        var (invoice, id) = (credit.Invoice, Ids.New(clock));
        var number = (await context.TakeNumbersAsync(CreditNote.NumberPrefix, today, 1, cancellationToken))[0];
        context.Add(new CreditNote
        {
            Id = id,
            Number = number,
            Key = request.Key,
            InvoiceId = invoice.Id,
            InvoiceNumber = invoice.Number!,
            BillingAccountId = invoice.BillingAccountId,
            CustomerId = invoice.CustomerId,
            BuyerName = invoice.BuyerName,
            IssuedOn = today,
            Reason = request.Reason.Trim(),
            BaseMinor = credit.Amounts.Base.Minor,
            TaxMinor = credit.Amounts.Tax.Minor,
            TotalMinor = credit.Amounts.Total.Minor,
            WithheldMinor = credit.Withheld.Minor,
            CollectedMinor = credit.Collected.Minor,
            ToCreditMinor = credit.ToCredit.Minor,
            CreatedBy = context.Actor.Name,
            CreatedAtUtc = clock.UtcNow(),
            SearchKey = SearchKey.Of(invoice.BuyerName),
            Lines = [.. credit.Taken.Select(part => new CreditNoteLine { CreditNoteId = id, No = part.Line.No, Text = part.Line.Text, SubscriptionNumber = part.Line.SubscriptionNumber, TaxCode = part.Line.TaxCode, AmountMinor = part.Amount.Minor })],
        });
        foreach (var (line, amount) in credit.Taken)
        {
            line.CreditedMinor += Math.Abs(amount.Minor);
        }

        foreach (var part in credit.Unearned)
        {
            part.IsRecognised = true;
        }

        invoice.CreditedMinor += (credit.Amounts.Total - credit.Withheld - credit.Collected).Minor;
        invoice.WithheldCreditedMinor += credit.Withheld.Minor;
        invoice.CollectedCreditedMinor += credit.Collected.Minor;
        invoice.SettledMinor += credit.OffInvoice.Minor;
        invoice.SettledAtUtc = invoice.OutstandingMinor == 0 ? invoice.SettledAtUtc ?? clock.UtcNow() : null;
        var occasion = new LedgerOccasion($"credit-note:{id:N}", today, clock.UtcNow(), number, id, request.Reason.Trim());
        if ((await ledger.PostAsync(context, LedgerPostings.CreditNoteIssued(occasion, invoice.BillingAccountId, invoice.Id, credit.Parts, credit.ToCredit), cancellationToken)).Error is { } error)
        {
            return error;
        }

        if ((await LedgerBook.SaveAsync(context, cancellationToken)).Error is { } unsaved)
        {
            return unsaved;
        }

        return (await settling.UseCreditAsync(context, invoice.BillingAccountId, id, today, cancellationToken)).Error is { } failed ? failed : id;
    }

    private static Money LeftOf(InvoiceLine line) => Money.Idr(Math.Abs(line.AmountMinor) - line.CreditedMinor);

    private static Money Signed(InvoiceLine line, Money amount) => line.AmountMinor < 0 ? -amount : amount;

    // In proportion to what is taxed, and to the rupiah what there was once all of it is taken back.
    private static Money WithheldOf(Invoice invoice, CreditAmounts amounts)
    {
        if (invoice.WithheldMinor == 0)
        {
            return Money.Zero;
        }

        var left = amounts.After.Amounts.Where(tax => tax.Rule is not null).Sum(tax => tax.Base.Minor);
        var before = amounts.Before.Amounts.Where(tax => tax.Rule is not null).Sum(tax => tax.Base.Minor);
        var open = Money.Idr(invoice.WithheldMinor - invoice.WithheldCreditedMinor);
        return before <= 0 ? open : open - open.Times(Math.Max(0, left), before);
    }

    private static async Task<IReadOnlyList<DeferredPart>> UnearnedAsync(PortalDbContext context, Invoice invoice, List<InvoiceLine> lines, List<Money> taken, CancellationToken cancellationToken)
    {
        // The first part of a line was earned with the bill, marked or not.
        var parts = (await context.Set<DeferredPart>().Where(p => p.InvoiceId == invoice.Id).ToListAsync(cancellationToken))
            .GroupBy(p => p.LineNo).SelectMany(line => line.OrderBy(p => p.FromOn).Skip(1)).Where(p => !p.IsRecognised).ToList();
        if (parts.Count == 0)
        {
            return [];
        }

        var whole = lines.Zip(taken).Where(pair => !pair.Second.IsZero && Money.Idr(Math.Abs(pair.Second.Minor)) == LeftOf(pair.First)).Select(pair => pair.First.No).ToHashSet();
        return [.. parts.Where(part => whole.Contains(part.LineNo))];
    }

    private static BilledAmounts PartsOf(List<Core.Billing.Generator.BillLine> standing, List<Money> taken, CreditAmounts amounts, IReadOnlyList<DeferredPart> unearned)
    {
        var before = BillAmounts.Of(standing, amounts.Before);
        var after = BillAmounts.Of([.. standing.Zip(taken, (line, amount) => line with { Amount = line.Amount - amount })], amounts.After);
        var deferred = Money.Idr(unearned.Sum(part => part.AmountMinor));
        return new BilledAmounts
        {
            Revenue = before.Revenue - after.Revenue - deferred,
            Deferred = deferred,
            Deposits = before.Deposits - after.Deposits,
            LateFees = before.LateFees - after.LateFees,
            Tax = before.Tax - after.Tax,
            Discounts = before.Discounts - after.Discounts,
            Rounding = before.Rounding - after.Rounding,
        };
    }
}
