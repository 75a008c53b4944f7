using IspPortal.Core.Billing.Receipts;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A refund.</summary>
/// <param name="Id">The refund.</param>
/// <param name="Number">Its number.</param>
/// <param name="BillingAccountId">Whose credit it was.</param>
/// <param name="AccountNumber">The account's number.</param>
/// <param name="PayeeName">Who got it.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Amount">How much.</param>
/// <param name="Method">Cash or bank transfer.</param>
/// <param name="Place">What it was paid from.</param>
/// <param name="PaidOn">The business day.</param>
/// <param name="PaidAtUtc">When.</param>
/// <param name="PaidBy">Who paid it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Reference">The bank's number, or null.</param>
/// <param name="CreditLeft">What credit was left afterwards.</param>
internal sealed record RefundResource(
    Guid Id, string Number, Guid BillingAccountId, string AccountNumber, string PayeeName, string Currency, long Amount, PaymentMethod Method, string Place, DateOnly PaidOn, DateTime PaidAtUtc, string PaidBy, string Reason,
    string? Reference, long CreditLeft)
{
    public static RefundResource Of(RefundRow row) => new(
        row.Id, row.Number, row.BillingAccountId, row.AccountNumber, row.PayeeName, row.Amount.Currency.Code, row.Amount.Minor, row.Method, row.Place, row.PaidOn, row.PaidAtUtc, row.PaidBy, row.Reason, row.Reference,
        row.CreditLeft.Minor);
}
