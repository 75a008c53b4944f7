namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A run that is to bill.</summary>
/// <param name="Version">The version that was looked at; required.</param>
/// <param name="Reason">Why, where the run is beyond its limit; up to 500 characters.</param>
internal sealed record ApproveRunBody(long? Version = null, string? Reason = null);
