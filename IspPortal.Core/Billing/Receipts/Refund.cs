using IspPortal.Core.Audit;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>Credit of a billing account that was paid back. Never changed.</summary>
[Audited("refund")]
internal sealed class Refund
{
    /// <summary>The prefix of its number series.</summary>
    public const string NumberPrefix = "RF";

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    /// <summary>Unique: what was asked for twice is paid back once.</summary>
    public required string Key { get; init; }

    public required Guid BillingAccountId { get; init; }

    [Personal]
    public required string PayeeName { get; init; }

    public required long AmountMinor { get; init; }

    public required PaymentMethod Method { get; init; }

    /// <summary>The drawer or bank account that it was paid from.</summary>
    public required string Place { get; init; }

    public required DateOnly PaidOn { get; init; }

    public required DateTime PaidAtUtc { get; init; }

    public required string PaidBy { get; init; }

    public required string Reason { get; init; }

    /// <summary>The bank's number, or null.</summary>
    public string? Reference { get; init; }

    /// <summary>What credit was left afterwards.</summary>
    public required long CreditLeftMinor { get; init; }

    /// <summary>When its slip was printed first; the next ones are copies. Null: never.</summary>
    [NotAudited]
    public DateTime? PrintedAtUtc { get; set; }

    public string SearchKey { get; init; } = "";
}
