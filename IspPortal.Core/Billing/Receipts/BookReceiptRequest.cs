namespace IspPortal.Core.Billing.Receipts;

/// <summary>Money that came in. The parts of the money and what the payers pay come to the same.</summary>
/// <param name="Key">Names this payment for good, e.g. an id made when the form opened: booked once, however often it is sent. 8–64 characters.</param>
/// <param name="PaidAtUtc">When it was paid.</param>
/// <param name="Money">How it came; at least one part, at most ten.</param>
/// <param name="Payers">For whom; at least one, at most fifty.</param>
/// <param name="Reference">The bank's or gateway's number, or null. Up to 64 characters.</param>
/// <param name="Note">What else is to be known, or null. Up to 500 characters.</param>
public sealed record BookReceiptRequest(string Key, DateTime PaidAtUtc, IReadOnlyList<MoneyPart> Money, IReadOnlyList<ReceiptPayer> Payers, string? Reference = null, string? Note = null);
