namespace IspPortal.Web.Features.Dashboards.Api;

/// <summary>A link that was just made.</summary>
/// <param name="Id">The link.</param>
/// <param name="Path">Its path below the portal's address, token and all: shown this once.</param>
/// <param name="ExpiresAtUtc">Until when it works.</param>
internal sealed record MadeDashboardLinkResource(Guid Id, string Path, DateTime ExpiresAtUtc);
