namespace IspPortal.Core.Billing.Runs;

/// <summary>One account of a run.</summary>
internal sealed class BillingRunItem
{
    public required Guid RunId { get; init; }

    public required Guid BillingAccountId { get; init; }

    public BillingItemState State { get; set; }

    public required int Lines { get; init; }

    /// <summary>Without tax.</summary>
    public required long BaseMinor { get; init; }

    /// <summary>Without tax, of its bills of the month before; null: none.</summary>
    public long? BeforeMinor { get; init; }

    public required UnusualBill Unusual { get; init; }

    /// <summary>Of the lines that were looked at; the run bills no others. Empty: no lines.</summary>
    public required string Fingerprint { get; init; }

    public string? ErrorCode { get; set; }
}
