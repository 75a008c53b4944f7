using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Subscriptions.Quota;

/// <summary>What the traffic past the quota of one ended period costs: a line for the bill. Written once, when the period's figures are final; never changed.</summary>
internal sealed class UsageCharge
{
    public required Guid Id { get; init; }

    public required Guid SubscriptionId { get; init; }

    /// <summary>The first day of the period. Unique per subscription.</summary>
    public required DateOnly PeriodFromOn { get; init; }

    public required DateOnly PeriodToOn { get; init; }

    public required long OverBytes { get; init; }

    public required Money PerGigabyte { get; init; }

    public required Money Amount { get; init; }

    public required DateTime FinalAtUtc { get; init; }
}
