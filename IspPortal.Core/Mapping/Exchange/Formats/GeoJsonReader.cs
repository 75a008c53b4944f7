using System.Text.Json;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Exchange.Formats;

/// <summary>Reads GeoJSON (RFC 7946): a FeatureCollection of points and lines. Whatever is in the bytes, it answers.</summary>
internal static class GeoJsonReader
{
    private static readonly Dictionary<string, string> NoTexts = [];

    public static Result<PlantFile> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            if (IsTooDeep(json.Span))
            {
                return PlantFileErrors.TooDeep(PlantFileLimits.MostDepth);
            }

            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = PlantFileLimits.MostDepth + 1 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
            {
                return PlantFileErrors.NotAPlant;
            }

            return features.GetArrayLength() > PlantFileLimits.MostFeatures
                ? PlantFileErrors.TooMany(PlantFileLimits.MostFeatures)
                : PlantFeatures.Read(features.EnumerateArray().Select((feature, index) => Feature(feature, index + 1)));
        }
        catch (JsonException exception)
        {
            return PlantFileErrors.Malformed((exception.LineNumber ?? 0) + 1);
        }
    }

    // A document reads in parts within parts as deep as they go: how deep is asked first, without keeping anything.
    private static bool IsTooDeep(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (reader.Read())
        {
            if (reader.CurrentDepth > PlantFileLimits.MostDepth)
            {
                return true;
            }
        }

        return false;
    }

    private static PlantFeature Feature(JsonElement feature, int line)
    {
        try
        {
            var texts = TextsOf(feature);
            if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("coordinates", out var coordinates))
            {
                return new PlantFeature(line, PlantShape.None, [], texts);
            }

            var shape = geometry.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() switch { "Point" => PlantShape.Point, "LineString" => PlantShape.Line, _ => PlantShape.None } : PlantShape.None;
            var points = shape switch
            {
                PlantShape.Point => PointOf(coordinates) is { } point ? [point] : null,
                PlantShape.Line => WayOf(coordinates),
                _ => [],
            };
            return new PlantFeature(line, shape, points ?? [], texts, points is null ? PlantFileErrors.NotAPlace : null);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair that was written as an escape, or a feature that is no object.
            return new PlantFeature(line, PlantShape.None, [], NoTexts, PlantFileErrors.NotAPlace);
        }
    }

    private static Dictionary<string, string> TextsOf(JsonElement feature)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
            {
                var text = property.Value.ValueKind switch
                {
                    JsonValueKind.String => property.Value.GetString()!,
                    JsonValueKind.Number => property.Value.GetRawText(),
                    _ => "",
                };
                if (!string.IsNullOrWhiteSpace(text))
                {
                    texts[ColumnNames.KeyOf(property.Name)] = text.Trim();
                }
            }
        }

        return texts;
    }

    private static List<GeoPoint>? WayOf(JsonElement coordinates)
    {
        if (coordinates.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var way = new List<GeoPoint>(coordinates.GetArrayLength());
        foreach (var position in coordinates.EnumerateArray())
        {
            if (PointOf(position) is not { } point)
            {
                return null;
            }

            way.Add(point);
        }

        return way;
    }

    private static GeoPoint? PointOf(JsonElement position) =>
        position.ValueKind == JsonValueKind.Array && position.GetArrayLength() >= 2 && NumberOf(position[0]) is { } longitude && NumberOf(position[1]) is { } latitude ? new GeoPoint(latitude, longitude) : null;

    private static double? NumberOf(JsonElement element) => element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;
}
