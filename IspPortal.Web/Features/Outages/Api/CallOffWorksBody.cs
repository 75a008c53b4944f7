namespace IspPortal.Web.Features.Outages.Api;

/// <summary>Calls works off.</summary>
/// <param name="Version">The version that was seen; required.</param>
/// <param name="Reason">Why; up to 300 characters.</param>
internal sealed record CallOffWorksBody(long? Version, string? Reason = null);
