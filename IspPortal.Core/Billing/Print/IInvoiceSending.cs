using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Print;

/// <summary>Sends bills to their customers by the way that each wishes.</summary>
public interface IInvoiceSending
{
    /// <summary>
    /// Queues the bill for its customer; e-mail brings the PDF along. Needs <see cref="InvoicePermissions.InvoicesSend"/>; <see cref="InvoiceErrors.NotFound"/>, <see cref="InvoiceErrors.NotIssued"/>,
    /// <see cref="InvoiceErrors.NobodyToSendTo"/>, <see cref="InvoiceErrors.Observed"/>, and <see cref="InvoiceErrors.AlreadySent"/> unless it is to go again.
    /// </summary>
    /// <param name="invoiceId">The bill.</param>
    /// <param name="again">Whether it goes although it went before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Result> SendAsync(Guid invoiceId, bool again, CancellationToken cancellationToken);
}
