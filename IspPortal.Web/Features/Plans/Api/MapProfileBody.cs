namespace IspPortal.Web.Features.Plans.Api;

/// <summary>The profile that serves a plan on a router.</summary>
/// <param name="Profile">Its name; null: the plan's own.</param>
internal sealed record MapProfileBody(string? Profile = null);
