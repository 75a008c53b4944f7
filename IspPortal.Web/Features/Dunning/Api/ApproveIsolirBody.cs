namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>An isolir run that is to isolate.</summary>
/// <param name="Version">The version that was looked at; required.</param>
/// <param name="Reason">Why, where the run is beyond its limits; up to 500 characters.</param>
internal sealed record ApproveIsolirBody(long? Version = null, string? Reason = null);
