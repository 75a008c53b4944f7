namespace IspPortal.Web.Features.Wall;

/// <summary>Texts of the wall.</summary>
internal sealed class WallTexts;
