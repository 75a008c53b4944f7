using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>A receipt in a list.</summary>
/// <param name="Id">The receipt.</param>
/// <param name="Number">Its number.</param>
/// <param name="State">Whether it counts.</param>
/// <param name="PaidAtUtc">When it was paid.</param>
/// <param name="BookedAtUtc">When it was booked.</param>
/// <param name="PayerName">Who paid.</param>
/// <param name="BillingAccountId">The only or first billing account.</param>
/// <param name="AccountNumber">Its number.</param>
/// <param name="Methods">How it came.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reference">The bank's or gateway's number, or null.</param>
/// <param name="BookedBy">Who booked it.</param>
public sealed record ReceiptRow(
    Guid Id, string Number, ReceiptState State, DateTime PaidAtUtc, DateTime BookedAtUtc, string PayerName, Guid BillingAccountId, string AccountNumber, IReadOnlyList<PaymentMethod> Methods, Money Amount,
    string? Reference, string BookedBy);
