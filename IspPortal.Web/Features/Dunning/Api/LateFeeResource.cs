using IspPortal.Core.Billing.Dunning;

namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>A fee for paying late that is charged with the next look.</summary>
/// <param name="BillingAccountId">Of which account.</param>
/// <param name="AccountNumber">Its number.</param>
/// <param name="InvoiceId">On which bill.</param>
/// <param name="InvoiceNumber">The bill's number.</param>
/// <param name="Currency">Of the amounts.</param>
/// <param name="Outstanding">What is open of the bill.</param>
/// <param name="Step">The step.</param>
/// <param name="Amount">What is charged, without tax.</param>
internal sealed record LateFeeResource(Guid BillingAccountId, string AccountNumber, Guid InvoiceId, string InvoiceNumber, string Currency, long Outstanding, string Step, long Amount)
{
    public static LateFeeResource Of(LateFeeRow row) => new(row.BillingAccountId, row.AccountNumber, row.InvoiceId, row.InvoiceNumber, row.Amount.Currency.Code, row.Outstanding.Minor, row.Step, row.Amount.Minor);
}
