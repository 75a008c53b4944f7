using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Core.Subscriptions.Offers;

namespace IspPortal.Core.Subscriptions;

/// <summary>A subscription in full.</summary>
public sealed record SubscriptionDetails
{
    /// <summary>What lists show.</summary>
    public required SubscriptionRow Row { get; init; }

    /// <summary>The billing account that pays.</summary>
    public required Guid BillingAccountId { get; init; }

    /// <summary>Its number.</summary>
    public required string AccountNumber { get; init; }

    /// <summary>How the line is served; cannot change.</summary>
    public required AccessService Service { get; init; }

    /// <summary>The version of the plan's price that it keeps.</summary>
    public required Guid PriceId { get; init; }

    /// <summary>A price of its own per period; null: the plan's.</summary>
    public Money? AgreedPrice { get; init; }

    /// <summary>One paid period.</summary>
    public required PlanPeriod Period { get; init; }

    /// <summary>When it is paid.</summary>
    public required PlanPayment Payment { get; init; }

    /// <summary>The plan's speed.</summary>
    public required PlanSpeed Speed { get; init; }

    /// <summary>The line has the speed of its night now: percent of the plan's; null: the plan's own.</summary>
    public int? NightPercent { get; init; }

    /// <summary>Charged once.</summary>
    public Money InstallationFee { get; init; }

    /// <summary>Whether it goes on by itself at the end of its time.</summary>
    public bool AutoRenew { get; init; }

    /// <summary>The last day of the contract's months, or null.</summary>
    public DateOnly? ContractEndsOn { get; init; }

    /// <summary>The first day of the next period; null when it ended.</summary>
    public DateOnly? NextPeriodOn { get; init; }

    /// <summary>Where it is installed; null: at the customer's address.</summary>
    public string? Address { get; init; }

    /// <summary>Where that is, or null.</summary>
    public double? Latitude { get; init; }

    /// <summary>Where that is, or null.</summary>
    public double? Longitude { get; init; }

    /// <summary>What else is to be known, or null.</summary>
    public string? Note { get; init; }

    /// <summary>A fixed address; empty: none; null: not the portal's business.</summary>
    public string? FixedAddress { get; init; }

    /// <summary>The only device that may use it; empty: any; null: not the portal's business.</summary>
    public string? CallerId { get; init; }

    /// <summary>False when the password could not be read on taking over.</summary>
    public bool PasswordIsKnown { get; init; }

    /// <summary>What the line should be on its router.</summary>
    public AccessState LineState { get; init; }

    /// <summary>What the router was last seen or made to hold; null: never compared.</summary>
    public AccessState? AppliedState { get; init; }

    /// <summary>When it was sold.</summary>
    public DateTime CreatedAtUtc { get; init; }

    /// <summary>By whom.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was put into service, or null.</summary>
    public DateTime? ActivatedAtUtc { get; init; }

    /// <summary>When it ended, or null.</summary>
    public DateTime? TerminatedAtUtc { get; init; }

    /// <summary>Why it ended, or null.</summary>
    public string? TerminationReason { get; init; }

    /// <summary>What holds it back, the oldest first.</summary>
    public IReadOnlyList<SubscriptionHoldRow> Holds { get; init; } = [];

    /// <summary>Every plan it had, has and is to have, the newest first.</summary>
    public IReadOnlyList<SubscriptionTermRow> Terms { get; init; } = [];

    /// <summary>Every add-on it had, has and is to have, those that go on first.</summary>
    public IReadOnlyList<SubscriptionAddOnRow> AddOns { get; init; } = [];

    /// <summary>Every promotion it was given, the newest first.</summary>
    public IReadOnlyList<SubscriptionPromotionRow> Promotions { get; init; } = [];

    /// <summary>Its pauses, the newest first.</summary>
    public IReadOnlyList<SubscriptionPauseRow> Pauses { get; init; } = [];

    /// <summary>What is put on a date and still ahead, the nearest first; and what failed lately.</summary>
    public IReadOnlyList<SubscriptionChangeRow> Changes { get; init; } = [];

    /// <summary>What the router still has to be told or answered last; null: there was never anything to tell.</summary>
    public LineDeliveryRow? Delivery { get; init; }
}
