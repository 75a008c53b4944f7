namespace IspPortal.Web.Features.Dashboards.Api;

/// <summary>Where a widget lies on the grid of 12 columns.</summary>
/// <param name="X">Its first column, from 0.</param>
/// <param name="Y">Its first row, from 0.</param>
/// <param name="Width">How many columns.</param>
/// <param name="Height">How many rows.</param>
internal sealed record WidgetBoxBody(int X = 0, int Y = 0, int Width = 3, int Height = 3);
