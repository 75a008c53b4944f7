using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>What of a receipt one billing account pays.</summary>
/// <param name="BillingAccountId">Whose bills it is for.</param>
/// <param name="Amount">How much; above zero.</param>
/// <param name="Chosen">How much for which of its bills; what is left becomes credit. Null: the oldest first.</param>
public sealed record ReceiptPayer(Guid BillingAccountId, Money Amount, IReadOnlyDictionary<Guid, Money>? Chosen = null);
