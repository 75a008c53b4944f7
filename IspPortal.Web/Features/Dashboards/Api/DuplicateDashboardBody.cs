namespace IspPortal.Web.Features.Dashboards.Api;

/// <summary>A copy.</summary>
/// <param name="Name">Its name; required.</param>
internal sealed record DuplicateDashboardBody(string? Name = null);
