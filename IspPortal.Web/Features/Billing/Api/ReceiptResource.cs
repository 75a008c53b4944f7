using IspPortal.Core.Billing.Receipts;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A receipt in a list.</summary>
/// <param name="Id">The receipt.</param>
/// <param name="Number">Its number.</param>
/// <param name="State">booked or voided.</param>
/// <param name="PaidAt">When it was paid.</param>
/// <param name="BookedAt">When it was booked.</param>
/// <param name="PayerName">Who paid.</param>
/// <param name="BillingAccountId">The only or first billing account.</param>
/// <param name="AccountNumber">Its number.</param>
/// <param name="Methods">cash, bankTransfer, gateway.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reference">The bank's or gateway's number, or null.</param>
/// <param name="BookedBy">Who booked it.</param>
internal sealed record ReceiptResource(
    Guid Id, string Number, ReceiptState State, DateTime PaidAt, DateTime BookedAt, string PayerName, Guid BillingAccountId, string AccountNumber, IReadOnlyList<PaymentMethod> Methods, string Currency, long Amount,
    string? Reference, string BookedBy)
{
    public static ReceiptResource Of(ReceiptRow row) => new(
        row.Id, row.Number, row.State, row.PaidAtUtc, row.BookedAtUtc, row.PayerName, row.BillingAccountId, row.AccountNumber, row.Methods, row.Amount.Currency.Code, row.Amount.Minor, row.Reference, row.BookedBy);
}
