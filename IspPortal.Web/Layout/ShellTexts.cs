namespace IspPortal.Web.Layout;

/// <summary>Texts of the frame around every page.</summary>
internal sealed class ShellTexts;
