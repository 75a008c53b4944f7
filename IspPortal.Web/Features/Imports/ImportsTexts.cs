namespace IspPortal.Web.Features.Imports;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class ImportsTexts;
