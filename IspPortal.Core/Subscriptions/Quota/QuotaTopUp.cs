using IspPortal.Core.Audit;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Subscriptions.Quota;

/// <summary>Data bought for one period. Never changed.</summary>
[Audited("quota-top-up")]
internal sealed class QuotaTopUp
{
    public required Guid Id { get; init; }

    public required Guid SubscriptionId { get; init; }

    /// <summary>The first day of the period that it is for.</summary>
    public required DateOnly PeriodFromOn { get; init; }

    public required long Bytes { get; init; }

    public required Money Price { get; init; }

    [Personal]
    public string? Reason { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAtUtc { get; init; }
}
