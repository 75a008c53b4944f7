using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>What a part of a receipt was for.</summary>
/// <param name="BillingAccountId">Whose.</param>
/// <param name="AccountNumber">The number of that account.</param>
/// <param name="CustomerId">The account's customer.</param>
/// <param name="PayerName">The customer's name.</param>
/// <param name="InvoiceId">The bill that it paid; null: credit.</param>
/// <param name="InvoiceNumber">Its number; null: credit.</param>
/// <param name="Amount">How much.</param>
/// <param name="Rounded">What was missing and let go.</param>
public sealed record ReceiptPartRow(Guid BillingAccountId, string AccountNumber, Guid CustomerId, string PayerName, Guid? InvoiceId, string? InvoiceNumber, Money Amount, Money Rounded);
