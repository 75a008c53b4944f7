using IspPortal.Core.Billing.Receipts;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>Money that came in for one billing account.</summary>
/// <param name="BillingAccountId">Whose; required.</param>
/// <param name="Amount">How much, in whole rupiah; required.</param>
/// <param name="Method">cash, bankTransfer or gateway; required.</param>
/// <param name="Place">The drawer, collector, bank account or gateway; required.</param>
/// <param name="PaidAt">When it was paid; without one now.</param>
/// <param name="Key">Names the payment for good, 8–64 characters; without one only the header keeps it from being booked twice.</param>
/// <param name="Bills">How much for which bill; without any the oldest first.</param>
/// <param name="Reference">The bank's or gateway's number.</param>
/// <param name="Note">What else is to be known.</param>
internal sealed record BookReceiptBody(
    Guid? BillingAccountId = null, long? Amount = null, PaymentMethod? Method = null, string? Place = null, DateTimeOffset? PaidAt = null, string? Key = null, Dictionary<Guid, long>? Bills = null, string? Reference = null, string? Note = null);
