using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Live;

/// <summary>The way of a cable with no more bends than can be seen (Douglas and Peucker, 1973).</summary>
public static class SeenWay
{
    /// <summary>A bend is left out when the way without it is not farther from it.</summary>
    public const double TolerancePixels = 1.5;

    /// <summary>The first and the last point, and those between that can be told apart at <paramref name="zoom"/>.</summary>
    public static IReadOnlyList<GeoPoint> Of(IReadOnlyList<GeoPoint> way, int zoom)
    {
        if (way.Count <= 2)
        {
            return way;
        }

        var pixels = way.Select(p => MapTile.PixelOf(p, zoom)).ToArray();
        var kept = new bool[way.Count];
        kept[0] = kept[^1] = true;
        var open = new Stack<(int From, int To)>([(0, way.Count - 1)]);
        while (open.TryPop(out var part))
        {
            var (farthest, distance) = Farthest(pixels, part.From, part.To);
            if (distance > TolerancePixels)
            {
                kept[farthest] = true;
                open.Push((part.From, farthest));
                open.Push((farthest, part.To));
            }
        }

        return [.. way.Where((_, i) => kept[i])];
    }

    private static (int Index, double Distance) Farthest((double X, double Y)[] pixels, int from, int to)
    {
        var (index, most) = (from, 0.0);
        for (var i = from + 1; i < to; i++)
        {
            var distance = Distance(pixels[i], pixels[from], pixels[to]);
            (index, most) = distance > most ? (i, distance) : (index, most);
        }

        return (index, most);
    }

    // From a point to a piece of a straight line.
    private static double Distance((double X, double Y) p, (double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp((((p.X - a.X) * dx) + ((p.Y - a.Y) * dy)) / length, 0, 1);
        return double.Hypot(p.X - a.X - (along * dx), p.Y - a.Y - (along * dy));
    }
}
