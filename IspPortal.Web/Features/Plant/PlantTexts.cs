namespace IspPortal.Web.Features.Plant;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class PlantTexts;
