using System.Globalization;
using System.Text;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Plant;

/// <summary>Bends as text: <c>lat,lng lat,lng</c> with six decimals, which is a decimetre.</summary>
public static class RouteText
{
    /// <summary>Writes them.</summary>
    public static string Of(IEnumerable<GeoPoint> bends)
    {
        var text = new StringBuilder();
        foreach (var bend in bends)
        {
            text.Append(text.Length == 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{bend.Latitude:0.######},{bend.Longitude:0.######}");
        }

        return text.ToString();
    }

    /// <summary>Reads what <see cref="Of"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static IReadOnlyList<GeoPoint> Read(string text)
    {
        var bends = new List<GeoPoint>();
        foreach (var part in text.AsSpan().Split(' '))
        {
            var pair = text.AsSpan(part);
            if (pair.IsEmpty)
            {
                continue;
            }

            var comma = pair.IndexOf(',');
            if (comma < 0)
            {
                throw new FormatException($"'{pair}' is no place.");
            }

            bends.Add(new GeoPoint(double.Parse(pair[..comma], NumberStyles.Float, CultureInfo.InvariantCulture), double.Parse(pair[(comma + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture)));
        }

        return bends;
    }
}
