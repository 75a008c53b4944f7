namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What a part of a receipt was for.</summary>
/// <param name="BillingAccountId">Whose.</param>
/// <param name="InvoiceId">The bill that it paid; null: credit.</param>
/// <param name="InvoiceNumber">Its number; null: credit.</param>
/// <param name="Amount">How much.</param>
/// <param name="Rounded">What was missing and let go.</param>
internal sealed record ReceiptPartResource(Guid BillingAccountId, Guid? InvoiceId, string? InvoiceNumber, long Amount, long Rounded);
