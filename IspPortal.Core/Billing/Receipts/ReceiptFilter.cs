namespace IspPortal.Core.Billing.Receipts;

/// <summary>Which receipts.</summary>
public sealed record ReceiptFilter
{
    /// <summary>Of one billing account; null: of all.</summary>
    public Guid? BillingAccountId { get; init; }

    /// <summary>That came this way; null: any.</summary>
    public PaymentMethod? Method { get; init; }

    /// <summary>That count or not; null: both.</summary>
    public ReceiptState? State { get; init; }

    /// <summary>Paid on that day or later; null: whenever.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Paid on that day or earlier; null: whenever.</summary>
    public DateOnly? To { get; init; }
}
