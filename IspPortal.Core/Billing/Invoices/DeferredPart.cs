namespace IspPortal.Core.Billing.Invoices;

/// <summary>The part of a line that is earned in one period to come.</summary>
internal sealed class DeferredPart
{
    public required Guid InvoiceId { get; init; }

    public required int LineNo { get; init; }

    public required DateOnly FromOn { get; init; }

    public required DateOnly ToOn { get; init; }

    public required long AmountMinor { get; init; }

    /// <summary>Whether it was earned, and is in the ledger as that.</summary>
    public bool IsRecognised { get; set; }
}
