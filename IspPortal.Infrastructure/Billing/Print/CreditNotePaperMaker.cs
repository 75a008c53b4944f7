using IspPortal.Core.Billing.Print;
using IspPortal.Infrastructure.Billing.Corrections;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Billing.Print;

/// <summary>Puts a credit note on the letterhead of its invoice; for whoever has asked for permission already.</summary>
internal sealed class CreditNotePaperMaker(InvoicePaperMaker invoices)
{
    /// <summary>The credit note, or null when there is none.</summary>
    public async Task<CreditNotePaper?> MakeAsync(PortalDbContext context, Guid creditNoteId, CancellationToken cancellationToken) =>
        (await CreditNoteDirectory.GetAsync(context, creditNoteId, cancellationToken)).ValueOr(null) is { } note && await invoices.MakeAsync(context, note.Row.InvoiceId, cancellationToken) is { } invoice
            ? new CreditNotePaper { Note = note, On = invoice }
            : null;
}
