namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What was looked at.</summary>
/// <param name="Version">The version of the import; required.</param>
internal sealed record OpeningVersionBody(long? Version = null);
