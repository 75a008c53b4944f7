namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>dashboards</c>.</summary>
[ErrorTexts("dashboards")]
internal sealed class DashboardsErrorTexts;
