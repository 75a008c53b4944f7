using System.Globalization;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Exchange.Formats;

/// <summary>Numbers and places as files write them.</summary>
internal static class PlantNumbers
{
    /// <summary>A number with a point or, as Indonesian spreadsheets write it, a comma; null: it is none.</summary>
    public static double? Read(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[40];
        var trimmed = text.Trim();
        if (trimmed.IsEmpty || trimmed.Length > digits.Length)
        {
            return null;
        }

        trimmed.Replace(digits, ',', '.');
        return double.TryParse(digits[..trimmed.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    /// <summary>A number with all its digits.</summary>
    public static string Write(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Places as a table holds them: <c>lat lon;lat lon</c>; null: they are none.</summary>
    public static IReadOnlyList<GeoPoint>? ReadWay(string text)
    {
        var way = new List<GeoPoint>();
        foreach (var part in text.AsSpan().Split(';'))
        {
            var pair = text.AsSpan(part).Trim();
            if (pair.IsEmpty)
            {
                continue;
            }

            var space = pair.IndexOf(' ');
            if (space < 0 || Read(pair[..space]) is not { } latitude || Read(pair[(space + 1)..]) is not { } longitude)
            {
                return null;
            }

            way.Add(new GeoPoint(latitude, longitude));
        }

        return way;
    }

    /// <summary>What <see cref="ReadWay"/> reads.</summary>
    public static string WriteWay(IEnumerable<GeoPoint> way) => string.Join(';', way.Select(point => $"{Write(point.Latitude)} {Write(point.Longitude)}"));
}
