using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>What bills come to.</summary>
/// <param name="Count">How many.</param>
/// <param name="Payable">What was to be paid.</param>
/// <param name="Outstanding">What is open.</param>
/// <param name="Overdue">What of it is late.</param>
public sealed record InvoiceTotals(long Count, Money Payable, Money Outstanding, Money Overdue);
