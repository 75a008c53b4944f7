namespace IspPortal.Core.Mapping.Tiles;

/// <summary>What lies under the marks of every map; a page of the settings.</summary>
public sealed record MapSettings
{
    /// <summary>Where the pictures come from.</summary>
    public MapBackground Background { get; init; } = MapBackground.Plain;

    /// <summary>Of a server the address of a tile, with {z}, {x}, {y} and perhaps {s} (<see cref="TileTemplate"/>); else not looked at.</summary>
    public string TileUrl { get; init; } = "";

    /// <summary>Whom the pictures are owed to, in plain words: shown on the map, for a server as for a folder.</summary>
    public string Attribution { get; init; } = "";

    /// <summary>The nearest zoom that there are tiles for, 1–22: what is nearer is drawn from these.</summary>
    public int HighestZoom { get; init; } = 18;
}
