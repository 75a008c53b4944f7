namespace IspPortal.Web.Features.Dashboards;

/// <summary>Texts of dashboards and their widgets.</summary>
internal sealed class DashboardsTexts;
