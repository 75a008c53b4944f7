namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A bill that a person wrote.</summary>
/// <param name="BillingAccountId">Whose; required.</param>
/// <param name="BasedOnInvoiceId">The invoice that a debit note adds to; without one an invoice.</param>
/// <param name="Lines">At least one.</param>
/// <param name="Note">What stands below.</param>
/// <param name="Key">Names the bill for good, 8–64 characters.</param>
internal sealed record WriteBillBody(Guid? BillingAccountId = null, Guid? BasedOnInvoiceId = null, IReadOnlyList<WrittenLineBody>? Lines = null, string? Note = null, string? Key = null);
