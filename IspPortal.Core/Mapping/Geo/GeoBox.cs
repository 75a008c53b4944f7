namespace IspPortal.Core.Mapping.Geo;

/// <summary>What a map shows: from the south-west corner to the north-east one. A box does not cross the 180th meridian.</summary>
public readonly record struct GeoBox(double South, double West, double North, double East)
{
    /// <summary>Whether its corners are on earth and in order.</summary>
    public bool IsValid => new GeoPoint(South, West).IsOnEarth && new GeoPoint(North, East).IsOnEarth && South <= North && West <= East;

    /// <summary>The middle of it.</summary>
    public GeoPoint Middle => new((South + North) / 2, (West + East) / 2);

    /// <summary>The smallest box around all of <paramref name="points"/>; null when there are none.</summary>
    public static GeoBox? Around(IReadOnlyCollection<GeoPoint> points) => points.Count == 0
        ? null
        : new(points.Min(p => p.Latitude), points.Min(p => p.Longitude), points.Max(p => p.Latitude), points.Max(p => p.Longitude));

    /// <summary>Whether <paramref name="point"/> lies in it or on its edge.</summary>
    public bool Holds(GeoPoint point) => point.Latitude >= South && point.Latitude <= North && point.Longitude >= West && point.Longitude <= East;

    /// <summary>Whether the two have a point in common.</summary>
    public bool Meets(GeoBox other) => South <= other.North && other.South <= North && West <= other.East && other.West <= East;

    /// <summary>Square kilometres of ground in it.</summary>
    public double SquareKilometres
    {
        get
        {
            const double RadiusKilometres = GeoPoint.EarthRadiusMetres / 1_000;
            return RadiusKilometres * RadiusKilometres * double.DegreesToRadians(East - West) * (Math.Sin(double.DegreesToRadians(North)) - Math.Sin(double.DegreesToRadians(South)));
        }
    }

    /// <summary>The box with a share of its own height and width added on each side, as far as the earth goes.</summary>
    public GeoBox Padded(double share)
    {
        var (high, wide) = ((North - South) * share, (East - West) * share);
        return new(Math.Max(-90, South - high), Math.Max(-180, West - wide), Math.Min(90, North + high), Math.Min(180, East + wide));
    }

    /// <summary>The smallest box around the two.</summary>
    public GeoBox With(GeoBox other) => new(Math.Min(South, other.South), Math.Min(West, other.West), Math.Max(North, other.North), Math.Max(East, other.East));
}
