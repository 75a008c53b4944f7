using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>What an invoice, a debit note or a credit note is made of. Nothing here is below zero but <see cref="Rounding"/>.</summary>
public sealed record BilledAmounts
{
    /// <summary>Services of the period, before discounts and without tax.</summary>
    public Money Revenue { get; init; }

    /// <summary>Services of periods to come, without tax; earned later.</summary>
    public Money Deferred { get; init; }

    /// <summary>Refundable deposits.</summary>
    public Money Deposits { get; init; }

    /// <summary>Late and reconnect fees.</summary>
    public Money LateFees { get; init; }

    /// <summary>VAT.</summary>
    public Money Tax { get; init; }

    /// <summary>What is taken off, without tax.</summary>
    public Money Discounts { get; init; }

    /// <summary>What was added to make the total round; below zero what was taken off.</summary>
    public Money Rounding { get; init; }

    /// <summary>What is to be paid.</summary>
    public Money Total => Revenue + Deferred + Deposits + LateFees + Tax + Rounding - Discounts;
}
