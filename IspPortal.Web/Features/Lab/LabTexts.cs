namespace IspPortal.Web.Features.Lab;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class LabTexts;
