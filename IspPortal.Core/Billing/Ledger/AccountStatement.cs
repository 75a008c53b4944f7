using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>What a billing account owed, was billed and paid in a period. Credit that pays an invoice changes nothing between customer and provider and is no movement.</summary>
/// <param name="BillingAccountId">Whose.</param>
/// <param name="Number">The billing account's number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="CustomerName">What its customer is called.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Opening">What was owed before the first day; below zero is what was paid ahead.</param>
/// <param name="Movements">The oldest first.</param>
/// <param name="Closing">What is owed at the end of the last day.</param>
/// <param name="Deposits">Deposits that are held at the end of the last day, which are no part of the balance.</param>
public sealed record AccountStatement(
    Guid BillingAccountId, string Number, string Name, string CustomerName, DateOnly From, DateOnly To, Money Opening, IReadOnlyList<StatementMovement> Movements, Money Closing, Money Deposits)
{
    /// <summary>The longest period, in days.</summary>
    public const int MostDays = 3_660;
}
