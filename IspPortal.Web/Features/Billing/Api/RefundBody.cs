namespace IspPortal.Web.Features.Billing.Api;

/// <summary>Credit that is to be paid back.</summary>
/// <param name="BillingAccountId">Whose credit; required.</param>
/// <param name="Amount">How much, in whole rupiah; required.</param>
/// <param name="Method">cash or bankTransfer; required.</param>
/// <param name="Place">The drawer or bank account that pays; required.</param>
/// <param name="Reason">Why; required, up to 500 characters.</param>
/// <param name="Reference">The bank's number.</param>
/// <param name="Key">Names the refund for good, 8–64 characters.</param>
internal sealed record RefundBody(Guid? BillingAccountId = null, long? Amount = null, string? Method = null, string? Place = null, string? Reason = null, string? Reference = null, string? Key = null);
