using System.Runtime.InteropServices;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Clusters;

/// <summary>
/// Draws marks together that would cover each other: by the cells of a grid in the picture, so that a pan moves nothing and every view of a zoom agrees. A grid that would still give too
/// many marks is made coarser.
/// </summary>
public static class MapClusters
{
    /// <summary>Edge of a cell, in pixels, where the map is not crowded.</summary>
    public const int CellPixels = 56;

    /// <summary>From this zoom on houses stand apart: only marks at the very same place are drawn together.</summary>
    public const int ApartZoom = 18;

    /// <summary>The marks within <paramref name="box"/> as the map shows them at <paramref name="zoom"/>.</summary>
    /// <param name="marks">All marks of the layer.</param>
    /// <param name="box">What the map shows.</param>
    /// <param name="zoom">Its zoom.</param>
    /// <param name="states">How many states the layer has.</param>
    /// <param name="most">No more than so many are given.</param>
    public static IReadOnlyList<MapCluster> Of(IEnumerable<MapMark> marks, GeoBox box, int zoom, int states, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        List<MapMark> shown = [.. marks.Where(m => box.Holds(m.Point))];
        var cell = zoom >= ApartZoom ? 1.0 : CellPixels;
        while (true)
        {
            var cells = Gather(CollectionsMarshal.AsSpan(shown), zoom, cell, states, most);
            if (cells is not null)
            {
                return [.. cells.Values.Select(c => c.ToCluster())];
            }

            cell *= 2;
        }
    }

    // Null as soon as there are too many.
    private static Dictionary<(long X, long Y), Cell>? Gather(ReadOnlySpan<MapMark> marks, int zoom, double cell, int states, int most)
    {
        var cells = new Dictionary<(long X, long Y), Cell>();
        foreach (ref readonly var mark in marks)
        {
            var (x, y) = MapTile.PixelOf(mark.Point, zoom);
            ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, ((long)(x / cell), (long)(y / cell)), out _);
            if (at is null && cells.Count > most)
            {
                return null;
            }

            (at ??= new Cell(states)).Add(mark);
        }

        return cells;
    }

    private sealed class Cell(int states)
    {
        private readonly int[] _states = new int[states];
        private MapMark _first;
        private int _count;
        private double _latitudes;
        private double _longitudes;
        private GeoBox _box;

        public void Add(in MapMark mark)
        {
            var p = mark.Point;
            _first = _count == 0 ? mark : _first;
            _box = _count == 0
                ? new GeoBox(p.Latitude, p.Longitude, p.Latitude, p.Longitude)
                : new GeoBox(Math.Min(_box.South, p.Latitude), Math.Min(_box.West, p.Longitude), Math.Max(_box.North, p.Latitude), Math.Max(_box.East, p.Longitude));
            _count++;
            _latitudes += p.Latitude;
            _longitudes += p.Longitude;
            _states[mark.State]++;
        }

        public MapCluster ToCluster() => _count == 1
            ? new MapCluster(_first.Id, _first.Point, 1, _states, _box)
            : new MapCluster(null, new GeoPoint(Math.Clamp(_latitudes / _count, _box.South, _box.North), Math.Clamp(_longitudes / _count, _box.West, _box.East)), _count, _states, _box);
    }
}
