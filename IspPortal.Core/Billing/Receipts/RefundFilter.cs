namespace IspPortal.Core.Billing.Receipts;

/// <summary>Which refunds.</summary>
/// <param name="BillingAccountId">Of one billing account; null: of all.</param>
/// <param name="From">Paid on that day or later; null: whenever.</param>
/// <param name="To">Paid on that day or earlier; null: whenever.</param>
public sealed record RefundFilter(Guid? BillingAccountId = null, DateOnly? From = null, DateOnly? To = null);
