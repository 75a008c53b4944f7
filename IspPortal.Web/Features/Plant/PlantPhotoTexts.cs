namespace IspPortal.Web.Features.Plant;

/// <summary>Texts of photos of the plant.</summary>
internal sealed class PlantPhotoTexts;
