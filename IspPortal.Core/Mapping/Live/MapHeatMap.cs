using System.Runtime.InteropServices;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Live;

/// <summary>Adds up what lies in each square of the picture; squares stay where they are when the map is moved.</summary>
public static class MapHeatMap
{
    /// <summary>How many shades there are.</summary>
    public const int Levels = 5;

    /// <summary>Edge of a square in pixels, where the view has not too many.</summary>
    public const int CellPixels = 48;

    /// <summary>The warm squares, the warmest first.</summary>
    /// <param name="values">Where what is added: only what is above zero counts.</param>
    /// <param name="zoom">The map's zoom.</param>
    /// <param name="most">No more than so many are given: squares are made larger until they are.</param>
    public static IReadOnlyList<MapHeatCell> Of(IReadOnlyCollection<(GeoPoint Point, double Value)> values, int zoom, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var edge = CellPixels;
        while (true)
        {
            var squares = new Dictionary<(long X, long Y), double>();
            foreach (var (point, value) in values)
            {
                if (value > 0)
                {
                    var (x, y) = MapTile.PixelOf(point, zoom);
                    CollectionsMarshal.GetValueRefOrAddDefault(squares, ((long)(x / edge), (long)(y / edge)), out _) += value;
                }
            }

            if (squares.Count <= most)
            {
                var warmest = squares.Count == 0 ? 0 : squares.Values.Max();
                return [.. squares.OrderByDescending(s => s.Value).Select(s => new MapHeatCell(BoxOf(s.Key, edge, zoom), s.Value, Math.Max(1, (int)Math.Ceiling(s.Value / warmest * Levels))))];
            }

            edge *= 2;
        }
    }

    private static GeoBox BoxOf((long X, long Y) square, int edge, int zoom)
    {
        var (north, west) = MapTile.PointAt(square.X * (double)edge, square.Y * (double)edge, zoom);
        var (south, east) = MapTile.PointAt((square.X + 1) * (double)edge, (square.Y + 1) * (double)edge, zoom);
        return new GeoBox(south, west, north, east);
    }
}
