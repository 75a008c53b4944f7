using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>Asks that credit is paid back.</summary>
/// <param name="Key">Names this refund for good, e.g. an id made when the form opened: paid once, however often it is sent. 8–64 characters.</param>
/// <param name="BillingAccountId">Whose credit.</param>
/// <param name="Amount">How much; above zero, and no more than the credit there is.</param>
/// <param name="Method">Cash or bank transfer.</param>
/// <param name="Place">The drawer or bank account that pays. Up to 64 characters.</param>
/// <param name="Reason">Why; stands on the statement. Up to 500 characters.</param>
/// <param name="Reference">The bank's number, or null. Up to 64 characters.</param>
public sealed record RefundRequest(string Key, Guid BillingAccountId, Money Amount, PaymentMethod Method, string Place, string Reason, string? Reference = null);
