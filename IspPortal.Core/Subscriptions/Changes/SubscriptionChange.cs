using IspPortal.Core.Audit;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Subscriptions.Changes;

/// <summary>Something that is to happen to a subscription on a day.</summary>
[Audited("subscription-change")]
internal sealed class SubscriptionChange
{
    public required Guid Id { get; init; }

    public required Guid SubscriptionId { get; init; }

    public required SubscriptionChangeKind Kind { get; init; }

    /// <summary>The day in the business zone; it happens right after midnight.</summary>
    public required DateOnly DueOn { get; set; }

    public SubscriptionChangeState State { get; set; }

    /// <summary>The new plan; null unless the plan changes.</summary>
    public Guid? PlanId { get; init; }

    public Guid? PriceId { get; init; }

    public Money? AgreedPrice { get; init; }

    /// <summary>The new router; null unless the router changes.</summary>
    public Guid? RouterId { get; init; }

    /// <summary>The pause that begins or ends; else null.</summary>
    public Guid? PauseId { get; init; }

    [Personal]
    public string? Reason { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public DateTime? EndedAtUtc { get; set; }

    /// <summary>Why it could not be done, or null.</summary>
    public string? ErrorCode { get; set; }

    public long Version { get; set; }
}
