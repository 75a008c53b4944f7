namespace IspPortal.Core.Billing.Receipts;

/// <summary>What a part of a receipt was for. Written once.</summary>
internal sealed class ReceiptPart
{
    public required Guid ReceiptId { get; init; }

    /// <summary>From 1.</summary>
    public required int No { get; init; }

    public required Guid BillingAccountId { get; init; }

    /// <summary>Null: credit of the billing account.</summary>
    public Guid? InvoiceId { get; init; }

    public required long AmountMinor { get; init; }

    /// <summary>What was missing of the bill and let go.</summary>
    public long RoundedMinor { get; init; }
}
