namespace IspPortal.Infrastructure.Mapping.Tiles;

/// <summary>The <c>Map</c> section: what only the operator of the machine decides. docs/operations/configure.md explains it.</summary>
internal sealed class MapOptions
{
    public const string Section = "Map";

    /// <summary>A directory of tiles, <c>{z}/{x}/{y}.png</c>, <c>.jpg</c> or <c>.webp</c>; empty: there is none. Not a setting of the web form, which must not be able to open directories of the server.</summary>
    public string? TileFolder { get; set; }
}
