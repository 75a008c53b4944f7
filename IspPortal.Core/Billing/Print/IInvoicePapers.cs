using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Print;

/// <summary>Bills as they go to customers. Needs <see cref="InvoicePermissions.InvoicesRead"/>.</summary>
public interface IInvoicePapers
{
    /// <summary>One bill with its letterhead; <see cref="InvoiceErrors.NotFound"/>.</summary>
    Task<Result<InvoicePaper>> GetAsync(Guid invoiceId, CancellationToken cancellationToken);
}
