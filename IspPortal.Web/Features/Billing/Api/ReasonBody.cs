namespace IspPortal.Web.Features.Billing.Api;

/// <summary>Why something is done.</summary>
/// <param name="Version">The version that was looked at; required.</param>
/// <param name="Reason">Why; required, up to 500 characters.</param>
internal sealed record ReasonBody(long? Version = null, string? Reason = null);
