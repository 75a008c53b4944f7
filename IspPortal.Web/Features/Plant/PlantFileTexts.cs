namespace IspPortal.Web.Features.Plant;

/// <summary>Texts of taking the plant out to files and reading it in.</summary>
internal sealed class PlantFileTexts;
