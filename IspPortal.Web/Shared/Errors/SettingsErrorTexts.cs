namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>settings</c>.</summary>
[ErrorTexts("settings")]
internal sealed class SettingsErrorTexts;
