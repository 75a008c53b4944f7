using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>
/// Pays credit of billing accounts back: overpayments, and deposits, which the last bill of a line made credit. Reading needs <see cref="ReceiptPermissions.ReceiptsRead"/>, paying back
/// <see cref="ReceiptPermissions.ReceiptsRefund"/>.
/// </summary>
public interface IRefunds
{
    /// <summary>Refunds, the latest first. The search finds the beginning of a number or of the payee's name.</summary>
    Task<Result<Page<RefundRow>>> ListAsync(RefundFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One refund; <see cref="ReceiptErrors.RefundNotFound"/>.</summary>
    Task<Result<RefundRow>> GetAsync(Guid refundId, CancellationToken cancellationToken);

    /// <summary>The credit that can be paid back; needs <see cref="ReceiptPermissions.ReceiptsRefund"/>. <see cref="Customers.CustomersErrors.AccountNotFound"/>.</summary>
    Task<Result<Money>> GetCreditAsync(Guid billingAccountId, CancellationToken cancellationToken);

    /// <summary>Where money may be paid from, as the settings say; needs <see cref="ReceiptPermissions.ReceiptsRefund"/>.</summary>
    Task<Result<ReceiptPlaces>> PlacesAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Pays back once: with a key that was paid already it gives that refund, <see cref="ReceiptErrors.KeyReused"/> when it was another. <see cref="ReceiptErrors.RefundTooMuch"/>,
    /// <see cref="Customers.CustomersErrors.AccountNotFound"/>.
    /// </summary>
    Task<Result<RefundRow>> PayAsync(RefundRequest request, CancellationToken cancellationToken);

    /// <summary>The slip that the customer gets, for a printer of 58 mm; the first one is no copy. <see cref="ReceiptErrors.RefundNotFound"/>.</summary>
    Task<Result<string>> PrintSlipAsync(Guid refundId, bool inEnglish, CancellationToken cancellationToken);
}
