using IspPortal.Core.Audit;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Subscriptions;

/// <summary>One plan sold to one billing account, served by exactly one line.</summary>
[Audited("subscription")]
internal sealed class Subscription
{
    /// <summary>The prefix of its number series.</summary>
    public const string NumberPrefix = "SUB";

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    /// <summary>The account's customer.</summary>
    public required Guid CustomerId { get; set; }

    public required Guid BillingAccountId { get; set; }

    /// <summary>The line. It stays the same through moves and renames. Unique.</summary>
    public required Guid AccessId { get; init; }

    public AccessService Service { get; init; }

    /// <summary>The plan in force today; <see cref="SubscriptionTerm"/> has them all.</summary>
    public required Guid PlanId { get; set; }

    /// <summary>The version of the plan's price that it keeps until it is moved.</summary>
    public required Guid PriceId { get; set; }

    /// <summary>A price of its own per period; null: the plan's.</summary>
    public Money? AgreedPrice { get; set; }

    /// <summary>What it pays per period: the agreed price or that of <see cref="PriceId"/>, which never changes.</summary>
    public required Money Price { get; set; }

    /// <summary>Charged once.</summary>
    public Money InstallationFee { get; set; }

    /// <summary>The router that serves it, as the line's placement says; kept here for lists.</summary>
    public required Guid RouterId { get; set; }

    /// <summary>As the line's, kept here for lists.</summary>
    [Personal]
    public required string Username { get; set; }

    /// <summary>Its line has the speed of its night now: percent of the plan's. Null: the plan's own. Set by who looks at the hours; whoever writes the line's speed anew writes the plan's.</summary>
    [NotAudited]
    public int? NightPercent { get; set; }

    public SubscriptionStatus Status { get; set; }

    /// <summary>All of <see cref="SubscriptionHold"/> in one.</summary>
    public AccessHolds Holds { get; set; }

    public bool IsTrial { get; set; }

    /// <summary>At the end of its time it goes on for another period by itself.</summary>
    public bool AutoRenew { get; set; }

    /// <summary>The first day that counts; periods are counted from it.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>The last day that it has; null: open end.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>The last day of the contract's months; null: none.</summary>
    public DateOnly? ContractEndsOn { get; set; }

    /// <summary>Where it is installed, in one line; null: at the customer's address.</summary>
    [Personal]
    public string? Address { get; set; }

    [Personal]
    public double? Latitude { get; set; }

    [Personal]
    public double? Longitude { get; set; }

    [Personal]
    public string? Note { get; set; }

    public DateTime? ActivatedAtUtc { get; set; }

    public DateTime? TerminatedAtUtc { get; set; }

    [Personal]
    public string? TerminationReason { get; set; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public DateTime UpdatedAtUtc { get; set; }

    public long Version { get; set; }

    /// <summary>Where its line stands.</summary>
    public AccessLifecycle Lifecycle => SubscriptionStatusRule.LifecycleOf(Status);
}
