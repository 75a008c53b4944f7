using System.Text.Json;

namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>Reading what providers write: the case of keys varies, and numbers come as texts.</summary>
internal static class JsonReading
{
    public static JsonElement? Find(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return null;
    }

    public static string? Text(this JsonElement element, string name) => element.Find(name)?.AsText();

    public static string? AsText(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
        JsonValueKind.Array when element.GetArrayLength() > 0 => element[0].AsText(),
        _ => null,
    };

    public static bool? Flag(this JsonElement element, string name) => element.Text(name)?.ToLowerInvariant() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };
}
