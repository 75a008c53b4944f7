using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Print;

/// <summary>Credit notes as they go to customers. Needs <see cref="InvoicePermissions.InvoicesRead"/>.</summary>
public interface ICreditNotePapers
{
    /// <summary>One credit note with its letterhead; <see cref="CorrectionErrors.CreditNoteNotFound"/>.</summary>
    Task<Result<CreditNotePaper>> GetAsync(Guid creditNoteId, CancellationToken cancellationToken);
}
