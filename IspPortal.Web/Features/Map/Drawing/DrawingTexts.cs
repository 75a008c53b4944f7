namespace IspPortal.Web.Features.Map.Drawing;

/// <summary>Texts of drawing on the map.</summary>
internal sealed class DrawingTexts;
