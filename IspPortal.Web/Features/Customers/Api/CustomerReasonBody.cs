namespace IspPortal.Web.Features.Customers.Api;

/// <summary>A reason.</summary>
/// <param name="Reason">Why, up to 500 characters; required.</param>
internal sealed record CustomerReasonBody(string? Reason = null);
