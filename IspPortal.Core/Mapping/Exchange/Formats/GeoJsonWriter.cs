using System.Buffers;
using System.Text;
using System.Text.Json;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Exchange.Formats;

/// <summary>Writes GeoJSON (RFC 7946), a piece at a time.</summary>
internal static class GeoJsonWriter
{
    public static IEnumerable<string> Write(PlantFile file)
    {
        yield return "{\"type\":\"FeatureCollection\",\"features\":[";
        var between = "\n";
        foreach (var drawn in PlantDrawn.Of(file))
        {
            yield return between + Feature(drawn);
            between = ",\n";
        }

        yield return "\n]}\n";
    }

    private static string Feature(PlantDrawn drawn)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteStartObject("geometry");
            json.WriteString("type", drawn.IsLine ? "LineString" : "Point");
            json.WritePropertyName("coordinates");
            if (drawn.IsLine)
            {
                json.WriteStartArray();
                foreach (var point in drawn.Points)
                {
                    Position(json, point);
                }

                json.WriteEndArray();
            }
            else
            {
                Position(json, drawn.Points[0]);
            }

            json.WriteEndObject();
            json.WriteStartObject("properties");
            foreach (var (field, value) in drawn.Fields)
            {
                json.WritePropertyName(field);
                Value(json, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // RFC 7946, 3.1.1: longitude first.
    private static void Position(Utf8JsonWriter json, GeoPoint point)
    {
        json.WriteStartArray();
        json.WriteNumberValue(point.Longitude);
        json.WriteNumberValue(point.Latitude);
        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case int whole:
                json.WriteNumberValue(whole);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue((string)value);
                break;
        }
    }
}
