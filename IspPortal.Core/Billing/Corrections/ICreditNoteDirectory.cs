using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Corrections;

/// <summary>Looks credit notes up. Needs <see cref="Invoices.InvoicePermissions.InvoicesRead"/>.</summary>
public interface ICreditNoteDirectory
{
    /// <summary>Credit notes, the latest first. The search finds the beginning of a number, of its invoice's or of the buyer's name.</summary>
    Task<Result<Page<CreditNoteRow>>> ListAsync(CreditNoteFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One whole credit note; <see cref="CorrectionErrors.CreditNoteNotFound"/>.</summary>
    Task<Result<CreditNoteDetails>> GetAsync(Guid creditNoteId, CancellationToken cancellationToken);
}
