using IspPortal.Core.Audit;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>Money that came in. Never changed but by being taken back.</summary>
[Audited("receipt")]
internal sealed class Receipt
{
    /// <summary>The prefix of its number series (<i>kwitansi</i>).</summary>
    public const string NumberPrefix = "KW";

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    /// <summary>Unique: a payment is booked once.</summary>
    public required string Key { get; init; }

    /// <summary>What was booked under the key, so that something else under it is refused.</summary>
    public required string Fingerprint { get; init; }

    public ReceiptState State { get; set; }

    public required DateTime PaidAtUtc { get; init; }

    /// <summary>The business day on which it was paid.</summary>
    public required DateOnly PaidOn { get; init; }

    public required DateTime BookedAtUtc { get; init; }

    public required string BookedBy { get; init; }

    public required long AmountMinor { get; init; }

    /// <summary>The only or first billing account.</summary>
    public required Guid BillingAccountId { get; init; }

    [Personal]
    public required string PayerName { get; init; }

    public string? Reference { get; init; }

    [Personal]
    public string? Note { get; init; }

    /// <summary>When its slip was printed first; the next ones are copies. Null: never.</summary>
    [NotAudited]
    public DateTime? PrintedAtUtc { get; set; }

    public DateTime? VoidedAtUtc { get; set; }

    public string? VoidedBy { get; set; }

    public string? VoidReason { get; set; }

    public string SearchKey { get; init; } = "";

    public long Version { get; set; }

    public List<ReceiptMoney> Money { get; init; } = [];

    public List<ReceiptPart> Parts { get; init; } = [];
}
