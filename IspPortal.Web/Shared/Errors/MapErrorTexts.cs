namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>map</c>.</summary>
[ErrorTexts("map")]
internal sealed class MapErrorTexts;
