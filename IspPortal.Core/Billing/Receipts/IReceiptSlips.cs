using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>Writes receipts for slip printers of 58 mm. Needs <see cref="ReceiptPermissions.ReceiptsRead"/>.</summary>
public interface IReceiptSlips
{
    /// <summary>The slip as plain text; every one after the first says that it is a copy. <see cref="ReceiptErrors.NotFound"/>, <see cref="ReceiptErrors.AlreadyVoided"/>.</summary>
    /// <param name="receiptId">The receipt.</param>
    /// <param name="inEnglish">In English, else in Indonesian.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Result<string>> PrintAsync(Guid receiptId, bool inEnglish, CancellationToken cancellationToken);
}
