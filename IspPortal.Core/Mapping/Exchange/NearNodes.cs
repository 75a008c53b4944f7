using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Exchange;

/// <summary>Finds the nearest of many nodes within some metres. Nobody changes it.</summary>
internal sealed class NearNodes
{
    private readonly ILookup<(int Row, int Column), (Guid Id, GeoPoint Point)> _cells;
    private readonly double _metres;
    private readonly double _degrees;

    public NearNodes(IEnumerable<(Guid Id, GeoPoint Point)> nodes, double metres)
    {
        _metres = metres;
        _degrees = double.RadiansToDegrees(metres / GeoPoint.EarthRadiusMetres);
        _cells = nodes.ToLookup(node => CellOf(node.Point));
    }

    /// <summary>The nearest one; null: none is near enough.</summary>
    public Guid? Nearest(GeoPoint point)
    {
        var (row, column) = CellOf(point);
        (Guid? Id, double Metres) nearest = (null, _metres);

        // A degree of longitude is shorter away from the equator: neighbours are looked for as wide as the metres reach.
        var reach = (int)Math.Ceiling(1 / Math.Max(0.01, Math.Cos(double.DegreesToRadians(point.Latitude))));
        for (var r = row - 1; r <= row + 1; r++)
        {
            for (var c = column - reach; c <= column + reach; c++)
            {
                foreach (var (id, place) in _cells[(r, c)])
                {
                    if (place.MetresTo(point) is var metres && (metres < nearest.Metres || (metres <= _metres && nearest.Id is null)))
                    {
                        nearest = (id, metres);
                    }
                }
            }
        }

        return nearest.Id;
    }

    private (int Row, int Column) CellOf(GeoPoint point) => ((int)Math.Floor(point.Latitude / _degrees), (int)Math.Floor(point.Longitude / _degrees));
}
