namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What of an invoice is to be taken back.</summary>
/// <param name="InvoiceId">The invoice; required.</param>
/// <param name="Version">The version of it that was looked at; required.</param>
/// <param name="Reason">Why; required, up to 500 characters.</param>
/// <param name="Lines">How much of which line by its number, in whole rupiah above zero; without any all that is left.</param>
/// <param name="Key">Names the credit note for good, 8–64 characters.</param>
internal sealed record CreditInvoiceBody(Guid? InvoiceId = null, long? Version = null, string? Reason = null, Dictionary<int, long>? Lines = null, string? Key = null);
