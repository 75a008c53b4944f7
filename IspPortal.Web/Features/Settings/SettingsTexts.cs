namespace IspPortal.Web.Features.Settings;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class SettingsTexts;
