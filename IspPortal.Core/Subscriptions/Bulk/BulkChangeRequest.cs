using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Subscriptions.Bulk;

/// <summary>One change to all subscriptions of a list.</summary>
/// <param name="Filter">Which ones: those that the list shows; ended ones are left out.</param>
/// <param name="Search">What the list was searched for, or null.</param>
/// <param name="Kind">What is changed.</param>
public sealed record BulkChangeRequest(SubscriptionFilter Filter, string? Search, BulkChangeKind Kind)
{
    /// <summary>The new plan; of <see cref="BulkChangeKind.ChangePlan"/>.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>The price that was looked at: when it is not the one in force today, nothing is changed.</summary>
    public Guid? PriceId { get; init; }

    /// <summary>The new router; of <see cref="BulkChangeKind.MoveRouter"/>.</summary>
    public Guid? RouterId { get; init; }

    /// <summary>The tag, of the two kinds that concern one; 1–32 characters.</summary>
    public string? Tag { get; init; }

    /// <summary>Why, up to 500 characters; required.</summary>
    public string? Reason { get; init; }

    /// <summary>When sessions feel it; null: right away.</summary>
    public KickPolicy? Kicks { get; init; }
}
