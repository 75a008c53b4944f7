using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Print;

/// <summary>Sends credit notes to their customers by the way that each wishes.</summary>
public interface ICreditNoteSending
{
    /// <summary>
    /// Queues the credit note for its customer; e-mail brings the PDF along. Needs <see cref="InvoicePermissions.InvoicesSend"/>; <see cref="CorrectionErrors.CreditNoteNotFound"/>,
    /// <see cref="InvoiceErrors.NobodyToSendTo"/>, <see cref="InvoiceErrors.Observed"/>, and <see cref="InvoiceErrors.AlreadySent"/> unless it is to go again.
    /// </summary>
    /// <param name="creditNoteId">The credit note.</param>
    /// <param name="again">Whether it goes although it went before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Result> SendAsync(Guid creditNoteId, bool again, CancellationToken cancellationToken);
}
