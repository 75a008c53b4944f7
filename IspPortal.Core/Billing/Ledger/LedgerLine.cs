using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>One side of a posting.</summary>
/// <param name="Account">On which account.</param>
/// <param name="Amount">Above zero is a debit, below zero a credit; never zero.</param>
/// <param name="BillingAccountId">Whose; null where it is nobody's, e.g. money in a drawer that several paid.</param>
/// <param name="InvoiceId">The invoice that it is about, or null.</param>
/// <param name="SubAccount">The drawer, collector, bank account or gateway; null where the account has none. Up to 64 characters.</param>
public sealed record LedgerLine(LedgerAccount Account, Money Amount, Guid? BillingAccountId = null, Guid? InvoiceId = null, string? SubAccount = null);
