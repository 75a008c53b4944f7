namespace IspPortal.Core.Mapping.Geo;

/// <summary>The picture that web maps show: Web Mercator (EPSG:3857), 256 pixels wide for the whole world at zoom 0, doubled with each zoom.</summary>
public static class MapTile
{
    /// <summary>Pixels of the world's edge at zoom 0.</summary>
    public const int WorldPixels = 256;

    /// <summary>The highest zoom that maps offer.</summary>
    public const int MostZoom = 22;

    // Where Mercator's square ends: what lies nearer to a pole is drawn at the edge.
    private const double MostLatitude = 85.0511287798066;

    /// <summary>Where a point lies in the picture at a zoom, in pixels from the north-west corner.</summary>
    public static (double X, double Y) PixelOf(GeoPoint point, int zoom)
    {
        var world = WorldPixels * Math.Pow(2, Math.Clamp(zoom, 0, MostZoom));
        var latitude = double.DegreesToRadians(Math.Clamp(point.Latitude, -MostLatitude, MostLatitude));
        return ((point.Longitude + 180) / 360 * world, (1 - (Math.Log(Math.Tan(latitude) + (1 / Math.Cos(latitude))) / Math.PI)) / 2 * world);
    }

    /// <summary>The place at a pixel of the picture: what <see cref="PixelOf"/> turns around.</summary>
    public static GeoPoint PointAt(double x, double y, int zoom)
    {
        var world = WorldPixels * Math.Pow(2, Math.Clamp(zoom, 0, MostZoom));
        return new GeoPoint(double.RadiansToDegrees(Math.Atan(Math.Sinh(Math.PI * (1 - (2 * y / world))))), (x / world * 360) - 180);
    }
}
