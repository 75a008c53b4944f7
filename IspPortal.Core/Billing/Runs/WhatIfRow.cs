using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Runs;

/// <summary>One account of a run that is only thought of.</summary>
/// <param name="BillingAccountId">The account.</param>
/// <param name="AccountNumber">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="CustomerName">The customer's name.</param>
/// <param name="Lines">Lines of its bill.</param>
/// <param name="Base">What they come to without tax.</param>
/// <param name="Total">The same with tax.</param>
/// <param name="Plain">What they would come to without tax if nothing were assumed.</param>
/// <param name="Before">What it was billed in the month before; null: nothing.</param>
/// <param name="Unusual">What is unusual about it.</param>
public sealed record WhatIfRow(Guid BillingAccountId, string AccountNumber, Guid CustomerId, string CustomerName, int Lines, Money Base, Money Total, Money Plain, Money? Before, UnusualBill Unusual);
