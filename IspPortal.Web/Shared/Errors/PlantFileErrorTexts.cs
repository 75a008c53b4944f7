namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>plant_file</c>.</summary>
[ErrorTexts("plant_file")]
internal sealed class PlantFileErrorTexts;
