using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Billing.Invoices;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Corrections;

internal sealed class InvoiceCorrections(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, CreditNoteWriter notes, BillingFacts facts, BillMaker maker, BillWriter writer, LedgerBook ledger, IBusinessClock business, TimeProvider clock)
    : IInvoiceCorrections
{
    private const int LongestReason = 500;

    public async Task<Result<CreditPreview>> PreviewCreditAsync(CreditInvoiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((actor.Deny(CorrectionPermissions.InvoicesCredit) ?? new CreditInvoiceRequestValidator().Validate(request).ErrorOrNull()) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var read = await CreditNoteWriter.ReadAsync(context, request, cancellationToken);
        if (read.ValueOr(null) is not { } credit)
        {
            return read.Error!;
        }

        return new CreditPreview(credit.Amounts.Base, credit.Amounts.Tax, credit.Amounts.Total, credit.OffInvoice, credit.ToCredit);
    }

    public async Task<Result<CreditNoteDetails>> CreditAsync(CreditInvoiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((actor.Deny(CorrectionPermissions.InvoicesCredit) ?? new CreditInvoiceRequestValidator().Validate(request).ErrorOrNull()) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await LockAsync(context, request.InvoiceId, cancellationToken) is { } missing)
        {
            return missing;
        }

        if (await context.Set<CreditNote>().Where(n => n.Key == request.Key).Select(n => new { n.Id, n.InvoiceId }).SingleOrDefaultAsync(cancellationToken) is { } known)
        {
            return known.InvoiceId == request.InvoiceId ? await CreditNoteDirectory.GetAsync(context, known.Id, cancellationToken) : CorrectionErrors.KeyReused;
        }

        var written = await notes.WriteAsync(context, request, await business.TodayAsync(cancellationToken), cancellationToken);
        if (written.Error is { } error)
        {
            return error;
        }

        await transaction.CommitAsync(cancellationToken);
        return await CreditNoteDirectory.GetAsync(context, written.Value, cancellationToken);
    }

    public async Task<Result> WriteOffAsync(Guid invoiceId, long version, string reason, CancellationToken cancellationToken)
    {
        if ((actor.Deny(CorrectionPermissions.InvoicesWriteOff) ?? (string.IsNullOrWhiteSpace(reason) ? CommonErrors.Invalid([new FieldError("reason", "common.required")]) : PlainText.Refuse(reason))) is { } refused)
        {
            return refused;
        }

        if (reason.Trim().Length > LongestReason)
        {
            return CommonErrors.Invalid([new FieldError("reason", "common.too_long", LongestReason)]);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await LockAsync(context, invoiceId, cancellationToken) is { } missing)
        {
            return missing;
        }

        var invoice = await context.Set<Invoice>().SingleAsync(i => i.Id == invoiceId, cancellationToken);
        if (invoice.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        if (invoice.OutstandingMinor <= 0)
        {
            return CorrectionErrors.NothingOpen;
        }

        var open = Money.Idr(invoice.OutstandingMinor);
        var occasion = new LedgerOccasion($"write-off:{invoiceId:N}", await business.TodayAsync(cancellationToken), clock.UtcNow(), invoice.Number!, invoiceId, reason.Trim());
        if ((await ledger.PostAsync(context, LedgerPostings.WrittenOff(occasion, invoice.BillingAccountId, invoiceId, open), cancellationToken)).Error is { } error)
        {
            return error;
        }

        (invoice.State, invoice.SettledAtUtc) = (InvoiceState.WrittenOff, clock.UtcNow());
        context.AddAudit("written_off", "invoice", invoiceId.ToString(), null, AuditOf(new { amount = open.Minor, reason = reason.Trim() }));
        if ((await LedgerBook.SaveAsync(context, cancellationToken)).Error is { } unsaved)
        {
            return unsaved;
        }

        await transaction.CommitAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result<Guid>> IssueAsync(WriteBillRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var today = await business.TodayAsync(cancellationToken);
        if ((actor.Deny(CorrectionPermissions.InvoicesWrite) ?? new WriteBillRequestValidator(today).Validate(request).ErrorOrNull()) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockBillingAccountsAsync([request.BillingAccountId], cancellationToken);
        var first = KeyOf(request, 1);
        if (await context.Set<ChargeClaim>().Where(c => c.OwnerId == request.BillingAccountId && c.ChargeKey == first).Select(c => (Guid?)c.InvoiceId).SingleOrDefaultAsync(cancellationToken) is { } known)
        {
            return known;
        }

        if ((await facts.ReadAsync(context, [request.BillingAccountId], today, cancellationToken)).SingleOrDefault() is not { } account)
        {
            return CustomersErrors.AccountNotFound;
        }

        if (request.BasedOnInvoiceId is { } basedOn && !await context.Set<Invoice>().AnyAsync(i => i.Id == basedOn && i.BillingAccountId == request.BillingAccountId && i.Kind == InvoiceKind.Invoice && i.State != InvoiceState.Draft, cancellationToken))
        {
            return InvoiceErrors.NotFound;
        }

        var lines = request.Lines.Select((line, i) => new BillLine
        {
            Kind = ChargeKind.Manual,
            Text = line.Text.Trim(),
            Quantity = line.Quantity,
            UnitPrice = line.UnitPrice,
            Amount = line.UnitPrice * line.Quantity,
            Rule = BillRule.PerUnit,
            TaxCode = line.TaxCode,
            ChargeKey = KeyOf(request, i + 1),
        }).ToList();
        var made = maker.Make(account, request.BasedOnInvoiceId is null ? InvoiceKind.Invoice : InvoiceKind.DebitNote, lines, today, null, request.BasedOnInvoiceId, actor.Actor.Name);
        made.Invoice.Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim();
        if ((await writer.WriteAsync(context, [made], new Dictionary<Guid, Money> { [request.BillingAccountId] = account.Credit }, today, cancellationToken)).Error is { } error)
        {
            return error;
        }

        context.AddAudit("issued", "invoice", made.Invoice.Id.ToString(), null, AuditOf(new { number = made.Invoice.Number, total = made.Invoice.TotalMinor }));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return made.Invoice.Id;
    }

    private static string KeyOf(WriteBillRequest request, int no) => $"manual:{request.Key}:{no}";

    private static string AuditOf(object change) => System.Text.Json.JsonSerializer.Serialize(change, change.GetType());

    // Whoever pays for the account or bills it waits, so that what is read stays true.
    private static async Task<Error?> LockAsync(PortalDbContext context, Guid invoiceId, CancellationToken cancellationToken)
    {
        if (await context.Set<Invoice>().Where(i => i.Id == invoiceId).Select(i => (Guid?)i.BillingAccountId).SingleOrDefaultAsync(cancellationToken) is not { } accountId)
        {
            return InvoiceErrors.NotFound;
        }

        await context.LockBillingAccountsAsync([accountId], cancellationToken);
        return null;
    }
}
