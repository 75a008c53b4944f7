namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>alerts</c>.</summary>
[ErrorTexts("alerts")]
internal sealed class AlertErrorTexts;
