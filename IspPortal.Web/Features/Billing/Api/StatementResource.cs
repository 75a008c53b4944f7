using IspPortal.Core.Billing.Ledger;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What a billing account owed, was billed and paid in a period.</summary>
/// <param name="BillingAccountId">Whose.</param>
/// <param name="Number">The billing account's number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="CustomerName">What its customer is called.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Opening">What was owed before the first day; below 0 is what was paid ahead.</param>
/// <param name="Closing">What is owed at the end of the last day.</param>
/// <param name="Deposits">Deposits that are held at the end of the last day; no part of the balance.</param>
/// <param name="Movements">The oldest first.</param>
internal sealed record StatementResource(
    Guid BillingAccountId,
    string Number,
    string Name,
    string CustomerName,
    DateOnly From,
    DateOnly To,
    string Currency,
    long Opening,
    long Closing,
    long Deposits,
    IReadOnlyList<StatementMovementResource> Movements)
{
    public static StatementResource Of(AccountStatement statement) => new(
        statement.BillingAccountId,
        statement.Number,
        statement.Name,
        statement.CustomerName,
        statement.From,
        statement.To,
        statement.Opening.Currency.Code,
        statement.Opening.Minor,
        statement.Closing.Minor,
        statement.Deposits.Minor,
        [.. statement.Movements.Select(StatementMovementResource.Of)]);
}
