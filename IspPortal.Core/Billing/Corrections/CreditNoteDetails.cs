using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Corrections;

/// <summary>A whole credit note.</summary>
/// <param name="Row">As in lists.</param>
/// <param name="Withheld">Of it what the customer was to withhold (PPh 23).</param>
/// <param name="Lines">Its lines in the order of the invoice.</param>
public sealed record CreditNoteDetails(CreditNoteRow Row, Money Withheld, IReadOnlyList<CreditNoteLineRow> Lines);
