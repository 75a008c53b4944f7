using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>A fee for paying late that is charged with the next look at late accounts.</summary>
/// <param name="BillingAccountId">Of which account.</param>
/// <param name="AccountNumber">Its number.</param>
/// <param name="InvoiceId">On which bill.</param>
/// <param name="InvoiceNumber">The bill's number.</param>
/// <param name="Outstanding">What is open of the bill.</param>
/// <param name="Step">The step.</param>
/// <param name="Amount">What is charged, without tax.</param>
public sealed record LateFeeRow(Guid BillingAccountId, string AccountNumber, Guid InvoiceId, string InvoiceNumber, Money Outstanding, string Step, Money Amount);
