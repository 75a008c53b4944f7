using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>The only way in which money enters: every way of paying ends here. Needs <see cref="ReceiptPermissions.ReceiptsBook"/>, taking back <see cref="ReceiptPermissions.ReceiptsVoid"/>.</summary>
public interface IReceiptBook
{
    /// <summary>Where money may lie, as the settings say.</summary>
    Task<Result<ReceiptPlaces>> PlacesAsync(CancellationToken cancellationToken);

    /// <summary>What an account can pay now. <see cref="Customers.CustomersErrors.AccountNotFound"/>.</summary>
    Task<Result<AccountPayables>> PayablesAsync(Guid billingAccountId, CancellationToken cancellationToken);

    /// <summary>What a payment of one account would do, without doing it.</summary>
    Task<Result<ReceiptPlan>> PreviewAsync(ReceiptPayer payer, CancellationToken cancellationToken);

    /// <summary>
    /// Books money once: bills are paid, what is left becomes credit, pro formas that the credit is enough for become invoices and lines whose prepaid time ran out come back. With a key that was booked
    /// already it gives that receipt; <see cref="ReceiptErrors.KeyReused"/> when it was for something else.
    /// </summary>
    Task<Result<ReceiptDetails>> BookAsync(BookReceiptRequest request, CancellationToken cancellationToken);

    /// <summary>Takes a receipt back with a reason: what it paid is open again. <see cref="ReceiptErrors.NotFound"/>, <see cref="ReceiptErrors.AlreadyVoided"/>, <see cref="ReceiptErrors.CreditPaidBack"/>.</summary>
    Task<Result> VoidAsync(Guid receiptId, long version, string reason, CancellationToken cancellationToken);
}
