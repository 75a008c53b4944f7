using IspPortal.Core.Audit;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>A fee for paying late that is not charged, because a person said so.</summary>
[Audited("late-fee-waiver")]
internal sealed class LateFeeWaiver
{
    public required Guid Id { get; init; }

    public required Guid InvoiceId { get; init; }

    /// <summary>As <see cref="LateFeeStep.Key"/>.</summary>
    public required string Step { get; init; }

    public required Guid BillingAccountId { get; init; }

    public required long AmountMinor { get; init; }

    [Personal]
    public required string Reason { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAtUtc { get; init; }
}
