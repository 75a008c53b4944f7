namespace IspPortal.Core.Mapping.Tiles;

/// <summary>What lies under the marks of a map.</summary>
public enum MapBackground
{
    /// <summary>A plain ground with degrees: no internet needed.</summary>
    Plain,

    /// <summary>Pictures that browsers fetch from a tile server.</summary>
    Server,

    /// <summary>Pictures from a folder on the portal's own machine.</summary>
    Folder,
}
