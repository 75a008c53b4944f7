namespace IspPortal.Core.Mapping.Exchange;

/// <summary>How much of a file is read.</summary>
public static class PlantFileLimits
{
    /// <summary>The largest file.</summary>
    public const int MostMegabytes = 20;

    /// <summary>The same in bytes.</summary>
    public const int MostBytes = MostMegabytes * 1024 * 1024;

    /// <summary>The most points and lines.</summary>
    public const int MostFeatures = 50_000;

    /// <summary>How deep parts may lie within parts.</summary>
    public const int MostDepth = 64;

    /// <summary>How far from a node a line that names no nodes may end, in metres.</summary>
    public const int NearMetres = 25;
}
