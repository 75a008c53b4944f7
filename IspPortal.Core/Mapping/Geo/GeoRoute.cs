namespace IspPortal.Core.Mapping.Geo;

/// <summary>The way of a cable over the ground: its two ends and the bends between them.</summary>
public static class GeoRoute
{
    /// <summary>Metres along all points, without the spare loops that a cable has.</summary>
    public static double MetresAlong(IReadOnlyList<GeoPoint> points) => points.Zip(points.Skip(1), static (from, to) => from.MetresTo(to)).Sum();
}
