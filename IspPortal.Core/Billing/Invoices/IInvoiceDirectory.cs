using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>Looks bills up. Needs <see cref="InvoicePermissions.InvoicesRead"/>.</summary>
public interface IInvoiceDirectory
{
    /// <summary>Bills, the newest first unless sorted; sorted by <c>number</c>, <c>issuedOn</c>, <c>dueOn</c>, <c>payable</c>. The search finds the beginning of a number or words of the buyer's name.</summary>
    Task<Result<Page<InvoiceRow>>> ListAsync(InvoiceFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>What the same bills come to, on all pages together.</summary>
    Task<Result<InvoiceTotals>> TotalsAsync(InvoiceFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One whole bill; <see cref="InvoiceErrors.NotFound"/>.</summary>
    Task<Result<InvoiceDetails>> GetAsync(Guid invoiceId, CancellationToken cancellationToken);
}
