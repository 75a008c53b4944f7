using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Bulk;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>One change to all subscriptions that a filter finds.</summary>
/// <param name="Id">An id of the caller's choice: the same one twice begins one run. Null: the portal's.</param>
/// <param name="Kind">What is changed.</param>
internal sealed record BulkChangeBody(Guid? Id = null, BulkChangeKind Kind = BulkChangeKind.ChangePlan)
{
    /// <summary>Only those that a list with this search shows.</summary>
    public string? Search { get; init; }

    public SubscriptionStatus? Status { get; init; }

    /// <summary>Only those on this plan.</summary>
    public Guid? OnPlanId { get; init; }

    /// <summary>Only those that this router serves.</summary>
    public Guid? OnRouterId { get; init; }

    public Guid? CustomerId { get; init; }

    public int? EndsWithinDays { get; init; }

    /// <summary>The new plan, of changePlan.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>The price that was looked at, of changePlan.</summary>
    public Guid? PriceId { get; init; }

    /// <summary>The new router, of moveRouter.</summary>
    public Guid? RouterId { get; init; }

    /// <summary>The tag, of addTag and removeTag.</summary>
    public string? Tag { get; init; }

    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }

    /// <summary>When sessions feel it.</summary>
    public KickTiming Kicks { get; init; }

    public BulkChangeRequest ToRequest() => new(new SubscriptionFilter(Status, OnPlanId, OnRouterId, CustomerId) { EndsWithinDays = EndsWithinDays }, Search, Kind)
    {
        PlanId = PlanId,
        PriceId = PriceId,
        RouterId = RouterId,
        Tag = Tag,
        Reason = Reason,
        Kicks = Kicks switch { KickTiming.Window => KickPolicy.Night, KickTiming.NextRedial => KickPolicy.NextRedial, _ => KickPolicy.Now },
    };
}
