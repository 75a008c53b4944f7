using IspPortal.Core.Audit;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>What a customer promised to pay, at once or in parts.</summary>
[Audited("payment-promise")]
internal sealed class PaymentPromise
{
    public required Guid Id { get; init; }

    public required Guid BillingAccountId { get; init; }

    public PromiseState State { get; set; }

    /// <summary>Whether it has several parts.</summary>
    public required bool IsInstalments { get; init; }

    /// <summary>The day of its last part.</summary>
    public required DateOnly UntilOn { get; init; }

    public required long AmountMinor { get; init; }

    [Personal]
    public required string Reason { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public DateTime? ClosedAtUtc { get; set; }

    public long Version { get; set; }

    public List<PaymentPromisePart> Parts { get; init; } = [];
}
