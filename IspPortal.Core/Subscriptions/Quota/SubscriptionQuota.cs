using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Core.Subscriptions.Quota;

/// <summary>One period of one subscription in which a quota counts. What is used is not kept here while it runs: daily usage says it.</summary>
internal sealed class SubscriptionQuota
{
    public required Guid SubscriptionId { get; init; }

    /// <summary>The first day. Unique per subscription.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>The last day; a pause moves it.</summary>
    public required DateOnly ToOn { get; set; }

    /// <summary>Whose traffic it is.</summary>
    public required Guid AccessId { get; init; }

    /// <summary>What the plan gave when it was last looked at.</summary>
    public required long QuotaBytes { get; set; }

    public required PlanQuotaAction Action { get; set; }

    /// <summary>Per gigabyte past the quota.</summary>
    public required Money PerGigabyte { get; set; }

    /// <summary>All that was bought for it.</summary>
    public long ToppedUpBytes { get; set; }

    public DateTime? FirstNoticeAtUtc { get; set; }

    public DateTime? LastNoticeAtUtc { get; set; }

    /// <summary>When another period began, or nothing counted any more; null: it runs.</summary>
    public DateTime? EndedAtUtc { get; set; }

    /// <summary>When its figures became final, a while after its end; null: not yet.</summary>
    public DateTime? ClosedAtUtc { get; set; }

    /// <summary>What was used, once it is closed.</summary>
    public long? UsedBytes { get; set; }

    /// <summary>How long the line had a session that was not read, once it is closed.</summary>
    public long? UnseenSeconds { get; set; }

    public long AllowedBytes => QuotaBytes + ToppedUpBytes;

    public QuotaPeriod Period => new(FromOn, ToOn);
}
