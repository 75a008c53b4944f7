using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Live;

/// <summary>Answers quickly whether one of many places is within some metres. Nobody changes it.</summary>
internal sealed class NearPlaces
{
    private readonly ILookup<(int Row, int Column), GeoPoint> _cells;
    private readonly double _metres;
    private readonly double _rowDegrees;

    public NearPlaces(IEnumerable<GeoPoint> places, double metres)
    {
        _metres = metres;
        _rowDegrees = double.RadiansToDegrees(metres / GeoPoint.EarthRadiusMetres);
        _cells = places.ToLookup(CellOf);
    }

    /// <summary>Whether one of them is not farther from <paramref name="point"/>.</summary>
    public bool Has(GeoPoint point)
    {
        var (row, column) = CellOf(point);
        for (var r = row - 1; r <= row + 1; r++)
        {
            // A degree of longitude is shorter away from the equator: neighbours are looked for as wide as the metres reach.
            var reach = (int)Math.Ceiling(1 / Math.Max(0.01, Math.Cos(double.DegreesToRadians(point.Latitude))));
            for (var c = column - reach; c <= column + reach; c++)
            {
                foreach (var place in _cells[(r, c)])
                {
                    if (place.MetresTo(point) <= _metres)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private (int Row, int Column) CellOf(GeoPoint point) => ((int)Math.Floor(point.Latitude / _rowDegrees), (int)Math.Floor(point.Longitude / _rowDegrees));
}
