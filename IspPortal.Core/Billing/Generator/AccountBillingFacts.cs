using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Generator;

/// <summary>What the bills of one billing account are made of.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Subscriptions">Its subscriptions, those that ended included until their last bill is made.</param>
public sealed record AccountBillingFacts(Guid AccountId, IReadOnlyList<SubscriptionBillingFacts> Subscriptions)
{
    /// <summary>The least that a bill with days of a plan on it comes to; nothing: no such limit.</summary>
    public Money MinimumCharge { get; init; }

    /// <summary>The tax rule of what is missing to it; empty: none.</summary>
    public string MinimumTaxCode { get; init; } = "";

    /// <summary>Charges of the account as a whole.</summary>
    public IReadOnlyList<ExtraCharge> Charges { get; init; } = [];
}
