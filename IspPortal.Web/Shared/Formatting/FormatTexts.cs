namespace IspPortal.Web.Shared.Formatting;

/// <summary>Texts of units and spans.</summary>
internal sealed class FormatTexts;
