using IspPortal.Core.Plans;

namespace IspPortal.Core.Billing.Generator;

/// <summary>What one subscription's lines are made of. All days are days of the business zone.</summary>
public sealed record SubscriptionBillingFacts
{
    /// <summary>The subscription.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>The first day that counts.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The last day that it has; null: it goes on. An end that renews itself, or that only says until when a prepaid line is paid, is no end.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The last day that it had when it was terminated; null: it was not.</summary>
    public DateOnly? TerminatedOn { get; init; }

    /// <summary>When its periods are paid for.</summary>
    public required PlanPayment Payment { get; init; }

    /// <summary>The last day that was paid elsewhere before the cutover: never billed, never corrected; null: none.</summary>
    public DateOnly? ImportedPaidUntilOn { get; init; }

    /// <summary>The last day that is closed: what was not billed until then never is, and nothing comes back for it; null: none. It keeps long histories short.</summary>
    public DateOnly? ClosedUntilOn { get; init; }

    /// <summary>The last day of the contract's months; null: none.</summary>
    public DateOnly? ContractEndsOn { get; init; }

    /// <summary>How it is billed where that differs from its account; null: as the account.</summary>
    public BillingPolicy? Policy { get; init; }

    /// <summary>Which plan at which price from when to when. They may not overlap; days in none are not billed.</summary>
    public required IReadOnlyList<TermFacts> Terms { get; init; }

    /// <summary>Days on which the customer pauses it.</summary>
    public IReadOnlyList<DaySpan> Pauses { get; init; } = [];

    /// <summary>Whole days on which it is isolated.</summary>
    public IReadOnlyList<DaySpan> Isolated { get; init; } = [];

    /// <summary>
    /// The late gaps of a prepaid line: from the day after it ran out to the day before it was paid for again. For a preview of a renewal today the gap ends yesterday.
    /// </summary>
    public IReadOnlyList<DaySpan> Lapses { get; init; } = [];

    /// <summary>What it has besides its plan.</summary>
    public IReadOnlyList<AddOnFacts> AddOns { get; init; } = [];

    /// <summary>What makes it cheaper.</summary>
    public IReadOnlyList<PromotionFacts> Promotions { get; init; } = [];

    /// <summary>Traffic past the quota, final.</summary>
    public IReadOnlyList<UsageFacts> Usage { get; init; } = [];

    /// <summary>Data that was bought.</summary>
    public IReadOnlyList<TopUpFacts> TopUps { get; init; } = [];

    /// <summary>Outages that are over and hit the line while it was online.</summary>
    public IReadOnlyList<OutageHit> Outages { get; init; } = [];

    /// <summary>Anything else, once each: late fees, reconnect fees, what a person added.</summary>
    public IReadOnlyList<ExtraCharge> Charges { get; init; } = [];

    /// <summary>The last day that can be billed; null: it goes on.</summary>
    public DateOnly? LastOn => EndsOn is { } end && TerminatedOn is { } terminated ? (end < terminated ? end : terminated) : EndsOn ?? TerminatedOn;
}
