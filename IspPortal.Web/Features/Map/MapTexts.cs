namespace IspPortal.Web.Features.Map;

/// <summary>Texts of the map.</summary>
internal sealed class MapTexts;
