namespace IspPortal.Web.Features.Billing.Api;

/// <summary>Sends a bill.</summary>
/// <param name="Again">Whether it goes although it went before.</param>
internal sealed record SendInvoiceBody(bool? Again);
