using IspPortal.Core.Billing.Runs;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>One account of a billing run.</summary>
/// <param name="BillingAccountId">The account.</param>
/// <param name="AccountNumber">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="CustomerName">The customer's name.</param>
/// <param name="State">waiting, billed, nothing, changed or failed.</param>
/// <param name="Lines">Lines of its bill.</param>
/// <param name="Currency">Of both amounts.</param>
/// <param name="Base">What they come to without tax.</param>
/// <param name="Before">What it was billed in the month before; null: nothing.</param>
/// <param name="Unusual">failed, gone, zero, higher, lower, new or none.</param>
/// <param name="ErrorCode">Why it could not be billed, or null.</param>
internal sealed record BillingItemResource(
    Guid BillingAccountId, string AccountNumber, Guid CustomerId, string CustomerName, BillingItemState State, int Lines, string Currency, long Base, long? Before, UnusualBill Unusual, string? ErrorCode)
{
    public static BillingItemResource Of(BillingItemRow row) => new(
        row.BillingAccountId, row.AccountNumber, row.CustomerId, row.CustomerName, row.State, row.Lines, row.Base.Currency.Code, row.Base.Minor, row.Before?.Minor, row.Unusual, row.ErrorCode);
}
