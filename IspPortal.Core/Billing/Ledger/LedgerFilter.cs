namespace IspPortal.Core.Billing.Ledger;

/// <summary>Which entries are wanted; null always means any.</summary>
/// <param name="Account">On that account.</param>
/// <param name="BillingAccountId">Of that billing account.</param>
/// <param name="Kind">Of postings of that kind.</param>
/// <param name="From">Posted on that day or later.</param>
/// <param name="To">Posted on that day or earlier.</param>
/// <param name="InvoiceId">About that invoice.</param>
/// <param name="TransactionId">Of that posting.</param>
public sealed record LedgerFilter(
    LedgerAccount? Account = null, Guid? BillingAccountId = null, LedgerKind? Kind = null, DateOnly? From = null, DateOnly? To = null, Guid? InvoiceId = null, Guid? TransactionId = null);
