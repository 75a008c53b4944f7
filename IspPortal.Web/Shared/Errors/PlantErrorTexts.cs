namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>plant</c>.</summary>
[ErrorTexts("plant")]
internal sealed class PlantErrorTexts;
