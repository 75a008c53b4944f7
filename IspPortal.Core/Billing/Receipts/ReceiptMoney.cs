namespace IspPortal.Core.Billing.Receipts;

/// <summary>A part of a receipt's money by how it came. Written once.</summary>
internal sealed class ReceiptMoney
{
    public required Guid ReceiptId { get; init; }

    /// <summary>From 1.</summary>
    public required int No { get; init; }

    public required PaymentMethod Method { get; init; }

    public required string Place { get; init; }

    public required long AmountMinor { get; init; }
}
