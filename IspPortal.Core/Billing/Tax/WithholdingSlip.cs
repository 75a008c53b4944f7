using IspPortal.Core.Audit;

namespace IspPortal.Core.Billing.Tax;

/// <summary>The slip that proves what a customer withheld of an invoice. One an invoice, for good.</summary>
[Audited("withholding-slip")]
internal sealed class WithholdingSlip
{
    /// <summary>The longest number of a slip.</summary>
    public const int LongestNumber = 60;

    public required Guid InvoiceId { get; init; }

    public required Guid BillingAccountId { get; init; }

    public required string Number { get; init; }

    public required DateOnly On { get; init; }

    public required long AmountMinor { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTime RecordedAtUtc { get; init; }
}
