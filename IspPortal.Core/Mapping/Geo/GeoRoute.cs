namespace IspPortal.Core.Mapping.Geo;

/// <summary>The way of a cable over the ground: its two ends and the bends between them.</summary>
public static class GeoRoute
{
    /// <summary>Metres along all points, without the spare loops that a cable has.</summary>
    public static double MetresAlong(IReadOnlyList<GeoPoint> points) => points.Zip(points.Skip(1), static (from, to) => from.MetresTo(to)).Sum();

    /// <summary>The place half way along all points.</summary>
    /// <param name="way">Two points or more.</param>
    public static GeoPoint Middle(IReadOnlyList<GeoPoint> way)
    {
        var left = MetresAlong(way) / 2;
        foreach (var (from, to) in way.Zip(way.Skip(1)))
        {
            var metres = from.MetresTo(to);
            if (metres >= left)
            {
                var share = metres > 0 ? left / metres : 0;
                return new(from.Latitude + (share * (to.Latitude - from.Latitude)), from.Longitude + (share * (to.Longitude - from.Longitude)));
            }

            left -= metres;
        }

        return way[^1];
    }

    /// <summary>The place on the way that lies nearest to <paramref name="point"/>, and after how many points of the way it comes.</summary>
    /// <param name="way">Two points or more.</param>
    /// <param name="point">Near which place.</param>
    public static (GeoPoint Place, int After) Nearest(IReadOnlyList<GeoPoint> way, GeoPoint point)
    {
        if (way.Count < 2)
        {
            throw new ArgumentException("A way has two points or more.", nameof(way));
        }

        var (place, after, least) = (way[0], 1, double.MaxValue);
        for (var i = 1; i < way.Count; i++)
        {
            var on = OnSegment(way[i - 1], way[i], point);
            var metres = on.MetresTo(point);
            if (metres < least)
            {
                (place, after, least) = (on, i, metres);
            }
        }

        return (place, after);
    }

    // On a flat picture around the point: a segment of a cable is short against the earth.
    private static GeoPoint OnSegment(GeoPoint from, GeoPoint to, GeoPoint point)
    {
        var narrow = Math.Cos(double.DegreesToRadians(point.Latitude));
        var (x, y) = ((to.Longitude - from.Longitude) * narrow, to.Latitude - from.Latitude);
        var length = (x * x) + (y * y);
        if (length == 0)
        {
            return from;
        }

        var share = Math.Clamp((((point.Longitude - from.Longitude) * narrow * x) + ((point.Latitude - from.Latitude) * y)) / length, 0, 1);
        return new(from.Latitude + (share * (to.Latitude - from.Latitude)), from.Longitude + (share * (to.Longitude - from.Longitude)));
    }
}
