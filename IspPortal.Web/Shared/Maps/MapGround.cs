using IspPortal.Core.Mapping.Tiles;

namespace IspPortal.Web.Shared.Maps;

/// <summary>What the scripts of the maps are told of the ground.</summary>
internal static class MapGround
{
    public static object? ToScript(TileSource? source) => source is null ? null : new { url = source.Template, attribution = source.Attribution, highestZoom = source.HighestZoom };
}
