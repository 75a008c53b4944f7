using System.Globalization;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Geocoding;

/// <summary>
/// How a Nominatim is asked (its public documentation of <c>/search</c> and <c>/reverse</c>, format <c>jsonv2</c>).
/// </summary>
internal static class GeocodingAddress
{
    public const int MostPlaces = 5;

    private const int MostServer = 300;
    private const int HouseZoom = 18;

    /// <summary>Where the server answers, with a slash at the end; null when it is no address of one.</summary>
    public static Uri? BaseOf(string server) =>
        server.Length <= MostServer && Uri.TryCreate(server.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "", Host.Length: > 0 } ? uri : null;

    /// <summary>Whether a text is two letters each with commas between, or nothing.</summary>
    public static bool AreCountries(string countries) =>
        countries.Length == 0 || (countries.Length <= 60 && countries.Split(',').All(country => country.Trim() is { Length: 2 } code && code.All(char.IsAsciiLetter)));

    /// <summary>The box that a text of south, west, north and east means, or null.</summary>
    public static GeoBox? AreaOf(string around)
    {
        var degrees = new List<double>();
        foreach (var part in around.Split(','))
        {
            if (!double.TryParse(part.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var degree))
            {
                return null;
            }

            degrees.Add(degree);
        }

        return degrees is [var south, var west, var north, var east] && new GeoBox(south, west, north, east) is { IsValid: true } box ? box : null;
    }

    public static Uri Search(GeocodingSettings settings, Uri server, string text, string language)
    {
        var query = $"search?format=jsonv2&limit={MostPlaces}&q={Uri.EscapeDataString(text)}{Common(settings, language)}";
        if (settings.Countries.Length > 0)
        {
            query += $"&countrycodes={Uri.EscapeDataString(settings.Countries.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant())}";
        }

        if (AreaOf(settings.Around) is { } area)
        {
            query += $"&viewbox={Degrees(area.West)},{Degrees(area.North)},{Degrees(area.East)},{Degrees(area.South)}";
        }

        return new Uri(server, query);
    }

    public static Uri Reverse(GeocodingSettings settings, Uri server, GeoPoint point, string language) =>
        new(server, $"reverse?format=jsonv2&zoom={HouseZoom}&lat={Degrees(point.Latitude)}&lon={Degrees(point.Longitude)}{Common(settings, language)}");

    private static string Common(GeocodingSettings settings, string language) =>
        $"&accept-language={Uri.EscapeDataString(language)}{(settings.Email.Length == 0 ? "" : $"&email={Uri.EscapeDataString(settings.Email)}")}";

    private static string Degrees(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
