namespace IspPortal.Web.Features.Drift.Api;

/// <summary>A reason.</summary>
/// <param name="Reason">Why, up to 500 characters; required.</param>
internal sealed record ReasonBody(string? Reason = null);
