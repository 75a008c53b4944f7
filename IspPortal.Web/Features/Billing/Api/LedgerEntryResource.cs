using IspPortal.Core.Billing.Ledger;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>One debit or credit.</summary>
/// <param name="Id">The entry.</param>
/// <param name="TransactionId">The posting; its entries add up to zero.</param>
/// <param name="PostedOn">The business day.</param>
/// <param name="OccurredAtUtc">When it really happened.</param>
/// <param name="RecordedAtUtc">When it was written down.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Reference">The number of the document.</param>
/// <param name="DocumentId">The document, or null.</param>
/// <param name="Account">The account.</param>
/// <param name="Code">Its code in the chart of accounts.</param>
/// <param name="SubAccount">The drawer, collector, bank account or gateway, or null.</param>
/// <param name="Currency">Of debit and credit.</param>
/// <param name="Debit">The debit, or 0.</param>
/// <param name="Credit">The credit, or 0.</param>
/// <param name="BillingAccountId">Whose, or null.</param>
/// <param name="BillingAccountNumber">The billing account's number, or null.</param>
/// <param name="CustomerName">What the customer is called, or null.</param>
/// <param name="InvoiceId">The invoice that it is about, or null.</param>
/// <param name="Note">What else is to be known, or null.</param>
/// <param name="ActorName">Who caused it.</param>
internal sealed record LedgerEntryResource(
    Guid Id,
    Guid TransactionId,
    DateOnly PostedOn,
    DateTime OccurredAtUtc,
    DateTime RecordedAtUtc,
    LedgerKind Kind,
    string Reference,
    Guid? DocumentId,
    LedgerAccount Account,
    string Code,
    string? SubAccount,
    string Currency,
    long Debit,
    long Credit,
    Guid? BillingAccountId,
    string? BillingAccountNumber,
    string? CustomerName,
    Guid? InvoiceId,
    string? Note,
    string ActorName)
{
    public static LedgerEntryResource Of(LedgerEntryRow row) => new(
        row.Id,
        row.TransactionId,
        row.PostedOn,
        row.OccurredAtUtc,
        row.RecordedAtUtc,
        row.Kind,
        row.Reference,
        row.DocumentId,
        row.Account,
        row.Code,
        row.SubAccount,
        row.Amount.Currency.Code,
        row.Debit.Minor,
        row.Credit.Minor,
        row.BillingAccountId,
        row.BillingAccountNumber,
        row.CustomerName,
        row.InvoiceId,
        row.Note,
        row.ActorName);
}
