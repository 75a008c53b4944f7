using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Corrections;

/// <summary>
/// Puts issued invoices right by further documents: they themselves never change. Crediting needs <see cref="CorrectionPermissions.InvoicesCredit"/>, giving up <see cref="CorrectionPermissions.InvoicesWriteOff"/>,
/// writing bills by hand <see cref="CorrectionPermissions.InvoicesWrite"/>.
/// </summary>
public interface IInvoiceCorrections
{
    /// <summary>What a credit note would do, without issuing it.</summary>
    Task<Result<CreditPreview>> PreviewCreditAsync(CreditInvoiceRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Issues a credit note once: the invoice owes less, and what was paid of it becomes credit. <see cref="CorrectionErrors.NotCreditable"/>, <see cref="CorrectionErrors.TooMuch"/>.
    /// </summary>
    Task<Result<CreditNoteDetails>> CreditAsync(CreditInvoiceRequest request, CancellationToken cancellationToken);

    /// <summary>Gives up what is open of an invoice, with a reason. <see cref="CorrectionErrors.NothingOpen"/>.</summary>
    Task<Result> WriteOffAsync(Guid invoiceId, long version, string reason, CancellationToken cancellationToken);

    /// <summary>Issues a bill that a person wrote, once: an invoice, or a debit note on one. Gives its id.</summary>
    Task<Result<Guid>> IssueAsync(WriteBillRequest request, CancellationToken cancellationToken);
}
