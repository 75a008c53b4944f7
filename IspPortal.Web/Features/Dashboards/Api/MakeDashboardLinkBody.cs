namespace IspPortal.Web.Features.Dashboards.Api;

/// <summary>A public link.</summary>
/// <param name="Days">How many days it works, 1–365; required.</param>
internal sealed record MakeDashboardLinkBody(int? Days = null);
