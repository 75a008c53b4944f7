namespace IspPortal.Core.Billing.Corrections;

/// <summary>A bill that a person wrote.</summary>
/// <param name="Key">Names this bill for good, e.g. an id made when the form opened. 8–64 characters.</param>
/// <param name="BillingAccountId">Whose.</param>
/// <param name="BasedOnInvoiceId">The invoice that a debit note adds to; null: an invoice.</param>
/// <param name="Lines">At least one, at most fifty.</param>
/// <param name="Note">What stands below, or null. Up to 500 characters.</param>
public sealed record WriteBillRequest(string Key, Guid BillingAccountId, Guid? BasedOnInvoiceId, IReadOnlyList<WrittenLine> Lines, string? Note = null);
