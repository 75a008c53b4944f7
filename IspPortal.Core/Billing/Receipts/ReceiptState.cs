namespace IspPortal.Core.Billing.Receipts;

/// <summary>Where a receipt stands.</summary>
public enum ReceiptState
{
    /// <summary>It counts.</summary>
    Booked,

    /// <summary>It was taken back: what it paid is open again.</summary>
    Voided,
}
