using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>What a part of a receipt is for.</summary>
/// <param name="BillingAccountId">Who paid; null while that is not known.</param>
/// <param name="InvoiceId">The invoice that it pays; null makes it credit of the billing account.</param>
/// <param name="Amount">How much; above zero.</param>
public sealed record ReceiptShare(Guid? BillingAccountId, Guid? InvoiceId, Money Amount);
