using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Corrections;

/// <summary>Asks for a credit note.</summary>
/// <param name="Key">Names this credit note for good, e.g. an id made when the form opened. 8–64 characters.</param>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="Version">The version of it that was looked at.</param>
/// <param name="Reason">Why; stands on it. Up to 500 characters.</param>
/// <param name="Lines">How much of which line, by its number, always above zero: of a line that took something off it is what is taken off no more. Null: all that is left of every line.</param>
public sealed record CreditInvoiceRequest(string Key, Guid InvoiceId, long Version, string Reason, IReadOnlyDictionary<int, Money>? Lines = null);
