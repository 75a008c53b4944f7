using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Tax;

/// <summary>Writes a slip, its posting and the mark on its invoice down together. Asks no permission.</summary>
internal sealed class SlipRecorder(IDbContextFactory<PortalDbContext> contexts, LedgerBook ledger, IBusinessClock business, TimeProvider clock)
{
    public async Task<Result> RecordAsync(Guid invoiceId, RecordSlipRequest request, CancellationToken cancellationToken)
    {
        var today = await business.TodayAsync(cancellationToken);
        if (Refuse(request, today) is { } invalid)
        {
            return invalid;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var seen = await context.Set<Invoice>().AsNoTracking().Where(i => i.Id == invoiceId).Select(i => new { i.BillingAccountId, i.Number }).SingleOrDefaultAsync(cancellationToken);
        if (seen?.Number is null)
        {
            return InvoiceErrors.NotFound;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var amount = Money.Idr(request.Amount);
        var occasion = new LedgerOccasion($"withholding:{invoiceId:N}", today, clock.UtcNow(), seen.Number, invoiceId, request.Number.Trim());
        // Posting locks the account: what is read of the invoice afterwards nobody changes any more.
        var posted = await ledger.PostAsync(context, LedgerPostings.WithholdingReceived(occasion, seen.BillingAccountId, invoiceId, amount), cancellationToken);
        var invoice = await context.Set<Invoice>().SingleAsync(i => i.Id == invoiceId, cancellationToken);
        if (posted.Error is { } error)
        {
            return error == LedgerErrors.AlreadyPosted ? TaxErrors.AlreadyProven : error;
        }

        if (invoice.WithheldMinor <= invoice.WithheldCreditedMinor || invoice.State != InvoiceState.Issued || invoice.Kind == InvoiceKind.ProForma)
        {
            return TaxErrors.NothingWithheld;
        }

        if (invoice.IsWithholdingProven)
        {
            return TaxErrors.AlreadyProven;
        }

        if (invoice.WithheldMinor - invoice.WithheldCreditedMinor != request.Amount)
        {
            return TaxErrors.OtherAmount(Money.Idr(invoice.WithheldMinor - invoice.WithheldCreditedMinor));
        }

        invoice.IsWithholdingProven = true;
        context.Add(new WithholdingSlip
        {
            InvoiceId = invoiceId,
            BillingAccountId = invoice.BillingAccountId,
            Number = request.Number.Trim(),
            On = request.On,
            AmountMinor = request.Amount,
            RecordedBy = context.Actor.Name,
            RecordedAtUtc = clock.UtcNow(),
        });
        var saved = await LedgerBook.SaveAsync(context, cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Error == LedgerErrors.AlreadyPosted ? TaxErrors.AlreadyProven : saved;
        }

        await transaction.CommitAsync(cancellationToken);
        return Result.Success;
    }

    private static Error? Refuse(RecordSlipRequest request, DateOnly today)
    {
        var wrong = new List<FieldError>(PlainText.Judge(request));
        if (string.IsNullOrWhiteSpace(request.Number))
        {
            wrong.Add(new FieldError("number", "common.required"));
        }
        else if (request.Number.Trim().Length > WithholdingSlip.LongestNumber)
        {
            wrong.Add(new FieldError("number", "common.too_long", WithholdingSlip.LongestNumber));
        }

        if (request.On > today || request.On.Year < 2000)
        {
            wrong.Add(new FieldError("on", "common.not_allowed"));
        }

        if (request.Amount is <= 0 or > 1_000_000_000_000)
        {
            wrong.Add(new FieldError("amount", "common.not_allowed"));
        }

        return wrong.Count == 0 ? null : CommonErrors.Invalid(wrong);
    }
}
