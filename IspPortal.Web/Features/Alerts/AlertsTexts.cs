namespace IspPortal.Web.Features.Alerts;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class AlertsTexts;
