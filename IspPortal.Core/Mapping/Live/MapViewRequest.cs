using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Live;

/// <summary>What a map wants to draw.</summary>
/// <param name="Box">What it shows.</param>
/// <param name="Zoom">Its zoom, 0 to <see cref="MapTile.MostZoom"/>.</param>
public sealed record MapViewRequest(GeoBox Box, int Zoom)
{
    /// <summary>What is wanted of it.</summary>
    public MapLayers Layers { get; init; } = MapLayers.All;

    /// <summary>The squares under the marks.</summary>
    public MapHeat Heat { get; init; }

    /// <summary>Which lines.</summary>
    public MapLineFilter Lines { get; init; } = new();
}
