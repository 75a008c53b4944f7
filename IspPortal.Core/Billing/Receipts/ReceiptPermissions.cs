namespace IspPortal.Core.Billing.Receipts;

/// <summary>What one may be allowed to do with receipts.</summary>
public static class ReceiptPermissions
{
    /// <summary>See receipts.</summary>
    public const string ReceiptsRead = "receipts.read";

    /// <summary>Record payments.</summary>
    public const string ReceiptsBook = "receipts.book";

    /// <summary>Take receipts back.</summary>
    public const string ReceiptsVoid = "receipts.void";

    /// <summary>Pay credit back.</summary>
    public const string ReceiptsRefund = "receipts.refund";
}
