using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Common.Results;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A row of an import of opening balances.</summary>
/// <param name="Row">Its line in the file.</param>
/// <param name="Kind">invoice, paidUntil, deposit, credit, collectorCash, nextNumber; null: nothing that is known.</param>
/// <param name="Verdict">wrong, known, ready, booked or undone.</param>
/// <param name="Problems">What is wrong with it: field, code, arguments.</param>
/// <param name="Subject">What the file names.</param>
/// <param name="BillingAccountId">Whose it is, or null.</param>
/// <param name="AccountNumber">The account's number, or null.</param>
/// <param name="CustomerName">The customer, or null.</param>
/// <param name="Number">The old number of an invoice, or null.</param>
/// <param name="InvoiceId">The invoice once it is booked, or null.</param>
/// <param name="IssuedOn">Its old date, or null.</param>
/// <param name="DueOn">When it was due, or null.</param>
/// <param name="Currency">Of the amount.</param>
/// <param name="Amount">How much.</param>
/// <param name="BilledUntilOn">The last day of the line that is never billed again, or null.</param>
/// <param name="Next">The next number of a series, or null.</param>
/// <param name="Note">What is to be remembered, or null.</param>
internal sealed record OpeningItemResource(
    int Row, OpeningKind? Kind, OpeningVerdict Verdict, IReadOnlyList<FieldError> Problems, string Subject, Guid? BillingAccountId, string? AccountNumber, string? CustomerName, string? Number, Guid? InvoiceId,
    DateOnly? IssuedOn, DateOnly? DueOn, string Currency, long Amount, DateOnly? BilledUntilOn, long? Next, string? Note)
{
    public static OpeningItemResource Of(OpeningItemRow row) => new(
        row.Row, row.Kind, row.Verdict, row.Problems, row.Subject, row.BillingAccountId, row.AccountNumber, row.CustomerName, row.Number, row.InvoiceId, row.IssuedOn, row.DueOn, row.Amount.Currency.Code,
        row.Amount.Minor, row.BilledUntilOn, row.Next, row.Note);
}
