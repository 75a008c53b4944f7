using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>Looks receipts up. Needs <see cref="ReceiptPermissions.ReceiptsRead"/>.</summary>
public interface IReceiptDirectory
{
    /// <summary>Receipts, the latest first. The search finds the beginning of a number or reference or words of a payer's name.</summary>
    Task<Result<Page<ReceiptRow>>> ListAsync(ReceiptFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>What those that count of the same receipts come to, by how they came.</summary>
    Task<Result<IReadOnlyDictionary<PaymentMethod, Money>>> TotalsAsync(ReceiptFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One whole receipt; <see cref="ReceiptErrors.NotFound"/>.</summary>
    Task<Result<ReceiptDetails>> GetAsync(Guid receiptId, CancellationToken cancellationToken);
}
