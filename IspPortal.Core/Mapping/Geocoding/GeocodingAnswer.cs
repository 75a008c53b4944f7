using System.Globalization;
using System.Text.Json;
using IspPortal.Core.Common;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Geocoding;

/// <summary>Reads what a Nominatim answers, and believes nothing of it: what is no place on earth or no readable name is left out.</summary>
internal static class GeocodingAnswer
{
    private const int MostName = 300;

    /// <summary>The places of a search; null when it is no answer of one.</summary>
    public static IReadOnlyList<FoundPlace>? Places(JsonElement answer) => answer.ValueKind == JsonValueKind.Array
        ? [.. answer.EnumerateArray().Select(Place).OfType<FoundPlace>().DistinctBy(place => place.Name).Take(GeocodingAddress.MostPlaces)]
        : null;

    /// <summary>Whether it answers what is at a point; the address is null where there is none.</summary>
    public static bool TryAddress(JsonElement answer, out string? address)
    {
        address = answer.ValueKind == JsonValueKind.Object ? NameOf(answer) : null;
        return address is not null || (answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("error", out _));
    }

    private static FoundPlace? Place(JsonElement place) =>
        place.ValueKind == JsonValueKind.Object && NameOf(place) is { } name && DegreeOf(place, "lat") is { } latitude && DegreeOf(place, "lon") is { } longitude
            && new GeoPoint(latitude, longitude) is { IsOnEarth: true } point
            ? new FoundPlace(name, point)
            : null;

    private static string? NameOf(JsonElement place)
    {
        if (!place.TryGetProperty("display_name", out var name) || name.ValueKind != JsonValueKind.String || TextOf(name) is not { } text || !PlainText.IsPlain(text))
        {
            return null;
        }

        // Cut between letters, never within one of two halves.
        var cut = text.Length <= MostName ? text : text[..(char.IsHighSurrogate(text[MostName - 1]) ? MostName - 1 : MostName)];
        return cut.ReplaceLineEndings(" ").Replace('\t', ' ').Trim() is { Length: > 0 } readable ? readable : null;
    }

    // Degrees come as texts; some servers write numbers.
    private static double? DegreeOf(JsonElement place, string field) => !place.TryGetProperty(field, out var degree)
        ? null
        : degree.ValueKind switch
        {
            JsonValueKind.Number when degree.TryGetDouble(out var number) => number,
            JsonValueKind.String when double.TryParse(TextOf(degree), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };

    private static string? TextOf(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped.
            return null;
        }
    }
}
