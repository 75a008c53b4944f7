namespace IspPortal.Web.Shared.Maps;

/// <summary>Settings of the maps, section <c>Map</c>.</summary>
internal sealed class MapOptions
{
    public const string Section = "Map";

    /// <summary>Tile address with {z}, {x}, {y}; empty draws a neutral background and needs no internet.</summary>
    public string? TileUrl { get; set; }

    /// <summary>What the tile server wants to be said on the map.</summary>
    public string? TileAttribution { get; set; }
}
