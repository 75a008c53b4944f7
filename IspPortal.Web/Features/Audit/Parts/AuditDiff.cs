using System.Globalization;
using System.Text.Json;

namespace IspPortal.Web.Features.Audit.Parts;

/// <summary>Lays two JSON documents of one audit row side by side, field by field.</summary>
internal static class AuditDiff
{
    /// <summary>
    /// All fields of both sides, changed ones first, each group in the order in which the documents name them. A document that
    /// is not an object, or that cannot be read, is one field without a name.
    /// </summary>
    public static IReadOnlyList<AuditChange> Of(string? beforeJson, string? afterJson)
    {
        var before = Flatten(beforeJson);
        var after = Flatten(afterJson);
        return [.. before.Keys.Concat(after.Keys).Distinct(StringComparer.Ordinal)
            .Select(field => new AuditChange(field, before.GetValueOrDefault(field), after.GetValueOrDefault(field)))
            .OrderBy(change => change.IsChanged ? 0 : 1)];
    }

    private static Dictionary<string, string> Flatten(string? json)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(json))
        {
            return fields;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            Add("", document.RootElement, fields);
        }
        catch (JsonException)
        {
            fields[""] = json;
        }

        return fields;
    }

    private static void Add(string path, JsonElement element, Dictionary<string, string> fields)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Add(path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value, fields);
                }

                break;
            case JsonValueKind.Array when element.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array):
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Add(string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), item, fields);
                }

                break;
            case JsonValueKind.Array:
                fields[path] = string.Join(", ", element.EnumerateArray().Select(item => item.ToString()));
                break;
            case JsonValueKind.Null:
                fields[path] = "null";
                break;
            case JsonValueKind.String:
                fields[path] = element.GetString()!;
                break;
            default:
                fields[path] = element.GetRawText();
                break;
        }
    }
}
