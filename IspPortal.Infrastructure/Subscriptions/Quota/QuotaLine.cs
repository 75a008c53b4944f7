using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Quota;

namespace IspPortal.Infrastructure.Subscriptions.Quota;

/// <summary>What is to be known of a subscription to judge its quota.</summary>
internal sealed record QuotaLine
{
    public required Guid SubscriptionId { get; init; }

    public required Guid AccessId { get; init; }

    public required Guid CustomerId { get; init; }

    public required Guid RouterId { get; init; }

    public required AccessService Service { get; init; }

    public required string Number { get; init; }

    public required SubscriptionStatus Status { get; init; }

    public required AccessHolds Holds { get; init; }

    public required DateOnly StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public required Guid PlanId { get; init; }

    public required string PlanName { get; init; }

    public required PlanCycle Cycle { get; init; }

    public int? CycleDays { get; init; }

    public long? QuotaBytes { get; init; }

    public PlanQuotaAction? Action { get; init; }

    public int? ResetDay { get; init; }

    public long? ThrottledDownBitsPerSecond { get; init; }

    public long? ThrottledUpBitsPerSecond { get; init; }

    public string? PlanThrottledProfile { get; init; }

    public required Money PerGigabyte { get; init; }

    /// <summary>What the line says now.</summary>
    public required bool IsOverQuota { get; init; }

    public string? ThrottledProfile { get; init; }

    public PlanPeriod Plan => new(Cycle, CycleDays);

    /// <summary>Whether a quota counts for it now.</summary>
    public bool Counts => QuotaBytes is not null && Action is not null && Status is SubscriptionStatus.Active or SubscriptionStatus.Suspended or SubscriptionStatus.Expired;

    public QuotaPeriod PeriodOn(DateOnly day) => ResetDay is { } reset ? QuotaPeriod.OfMonth(StartsOn, reset, day) : QuotaPeriod.Of(StartsOn, EndsOn, Plan, day);

    /// <summary>Gives a period the quota that the plan says.</summary>
    public SubscriptionQuota Open(QuotaPeriod period) => new()
    {
        SubscriptionId = SubscriptionId,
        FromOn = period.FromOn,
        ToOn = period.ToOn,
        AccessId = AccessId,
        QuotaBytes = QuotaBytes!.Value,
        Action = Action!.Value,
        PerGigabyte = PerGigabyte,
    };
}
