namespace IspPortal.Core.Mapping.Geo;

/// <summary>A place on the ground in WGS 84.</summary>
/// <param name="Latitude">Degrees north of the equator, −90 to 90.</param>
/// <param name="Longitude">Degrees east of Greenwich, −180 to 180.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>Mean radius of the earth, in metres (IUGG).</summary>
    public const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>Whether both degrees are numbers in their ranges.</summary>
    public bool IsOnEarth => Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180;

    /// <summary>Metres along the great circle (haversine, good to 0.5 %).</summary>
    public double MetresTo(GeoPoint other)
    {
        var (from, to) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var halfNorth = Math.Sin((to - from) / 2);
        var halfEast = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var chord = (halfNorth * halfNorth) + (Math.Cos(from) * Math.Cos(to) * halfEast * halfEast);
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
