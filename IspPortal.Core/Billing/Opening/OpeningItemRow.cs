using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Opening;

/// <summary>A row of an import.</summary>
/// <param name="Row">Its line in the file.</param>
/// <param name="Kind">What it brings along; null: nothing that is known.</param>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Problems">What is wrong with it, by field.</param>
/// <param name="Subject">What the file names: the customer, account or line, the place, the series.</param>
/// <param name="BillingAccountId">Whose it is, or null.</param>
/// <param name="AccountNumber">The account's number, or null.</param>
/// <param name="CustomerName">The customer, or null.</param>
/// <param name="Number">The old number of an invoice, or null.</param>
/// <param name="InvoiceId">The invoice once it is booked, or null.</param>
/// <param name="IssuedOn">Its old date, or null.</param>
/// <param name="DueOn">When it was due, or null.</param>
/// <param name="Amount">How much.</param>
/// <param name="BilledUntilOn">The last day of the line that is never billed again, or null.</param>
/// <param name="Next">The next number of a series, or null.</param>
/// <param name="Note">What is to be remembered, or null.</param>
public sealed record OpeningItemRow(
    int Row,
    OpeningKind? Kind,
    OpeningVerdict Verdict,
    IReadOnlyList<FieldError> Problems,
    string Subject,
    Guid? BillingAccountId,
    string? AccountNumber,
    string? CustomerName,
    string? Number,
    Guid? InvoiceId,
    DateOnly? IssuedOn,
    DateOnly? DueOn,
    Money Amount,
    DateOnly? BilledUntilOn,
    long? Next,
    string? Note);
