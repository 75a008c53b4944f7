using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Runs;

/// <summary>One account of a run.</summary>
/// <param name="BillingAccountId">The account.</param>
/// <param name="AccountNumber">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="CustomerName">The customer's name.</param>
/// <param name="State">How far it is.</param>
/// <param name="Lines">Lines of its bill.</param>
/// <param name="Base">What they come to without tax.</param>
/// <param name="Before">What it was billed in the month before; null: nothing.</param>
/// <param name="Unusual">What is unusual about it.</param>
/// <param name="ErrorCode">Why it could not be billed, or null.</param>
public sealed record BillingItemRow(
    Guid BillingAccountId, string AccountNumber, Guid CustomerId, string CustomerName, BillingItemState State, int Lines, Money Base, Money? Before, UnusualBill Unusual, string? ErrorCode);
