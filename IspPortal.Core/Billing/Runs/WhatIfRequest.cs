using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Runs;

/// <summary>Asks what a whole run would bill, without making one.</summary>
/// <param name="ThroughOn">The day of its bills.</param>
public sealed record WhatIfRequest(DateOnly ThroughOn)
{
    /// <summary>From which day on the assumptions hold; null: from the day of the bills.</summary>
    public DateOnly? AssumedFromOn { get; init; }

    /// <summary>Prices of plans for one period that are assumed; up to twenty.</summary>
    public IReadOnlyDictionary<Guid, Money> Prices { get; init; } = new Dictionary<Guid, Money>();

    /// <summary>The rate of PPN that is assumed, in hundredths of a percent of the price itself; null: as it is.</summary>
    public int? TaxBasisPoints { get; init; }

    /// <summary>The least that a bill comes to that is assumed, without tax; null: as it is.</summary>
    public Money? MinimumCharge { get; init; }

    /// <summary>Whether anything is assumed.</summary>
    public bool Assumes => Prices.Count > 0 || TaxBasisPoints is not null || MinimumCharge is not null;
}
