namespace IspPortal.Core.Subscriptions.SignUps;

/// <summary>How far two places are apart.</summary>
public static class Distance
{
    private const double EarthKm = 6371.0088;

    /// <summary>Kilometres along the great circle (haversine, mean radius of the Earth), of degrees WGS 84.</summary>
    public static double Kilometres(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude)
    {
        var (a, b) = (double.DegreesToRadians(fromLatitude), double.DegreesToRadians(toLatitude));
        var half = Square(Math.Sin((b - a) / 2)) + (Math.Cos(a) * Math.Cos(b) * Square(Math.Sin(double.DegreesToRadians(toLongitude - fromLongitude) / 2)));
        return 2 * EarthKm * Math.Asin(Math.Min(1, Math.Sqrt(half)));

        static double Square(double value) => value * value;
    }
}
