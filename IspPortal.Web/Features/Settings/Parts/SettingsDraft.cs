using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Settings;

namespace IspPortal.Web.Features.Settings.Parts;

/// <summary>What the form of one section holds while somebody types: every field as text, switches as <c>true</c> or <c>false</c>.</summary>
internal sealed class SettingsDraft
{
    private readonly SettingsSection _section;
    private readonly Dictionary<string, string> _texts;

    public SettingsDraft(SettingsSection section)
    {
        _section = section;
        _texts = section.Fields.ToDictionary(field => field.Name, field => TextOf(section.Values[field.Name]), StringComparer.Ordinal);
    }

    public string this[string field]
    {
        get => _texts[field];
        set => _texts[field] = value;
    }

    /// <summary>Whether anything differs from what is stored.</summary>
    public bool IsChanged => _section.Fields.Any(one => _texts[one.Name] != TextOf(_section.Values[one.Name]));

    /// <summary>The section as JSON, or the fields that are not what they should be. The rules themselves are the service's.</summary>
    public Result<JsonObject> Read()
    {
        var values = new JsonObject();
        var failures = new List<FieldError>();
        foreach (var field in _section.Fields)
        {
            var text = _texts[field.Name].Trim();
            if (NodeOf(field.Kind, text) is { } node)
            {
                values[field.Name] = node;
            }
            else
            {
                failures.Add(new FieldError(field.Name, text.Length == 0 ? "common.required" : field.Kind is SettingsFieldKind.Duration ? "common.not_a_duration" : "common.not_a_number"));
            }
        }

        return failures.Count == 0 ? values : CommonErrors.Invalid(failures);
    }

    private static JsonNode? NodeOf(SettingsFieldKind kind, string text) => kind switch
    {
        SettingsFieldKind.WholeNumber => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole) : null,
        SettingsFieldKind.Number => double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
        SettingsFieldKind.Duration => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? JsonValue.Create(span.ToString("c", CultureInfo.InvariantCulture)) : null,
        SettingsFieldKind.Switch => JsonValue.Create(text == "true"),
        _ => JsonValue.Create(text),
    };

    private static string TextOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.String => node.GetValue<string>(),
        _ => node.ToJsonString(),
    };
}
