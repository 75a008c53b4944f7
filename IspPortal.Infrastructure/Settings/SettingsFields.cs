using System.Reflection;
using System.Text.Json;
using IspPortal.Core.Settings;

namespace IspPortal.Infrastructure.Settings;

/// <summary>What a generic form must know of a section's properties.</summary>
internal static class SettingsFields
{
    public static IReadOnlyList<SettingsField> Of(Type section) =>
        [.. section.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).OrderBy(property => property.MetadataToken).Select(Field)];

    private static SettingsField Field(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        if (type.IsEnum)
        {
            return new SettingsField(name, SettingsFieldKind.Choice, [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)]);
        }

        if (property.GetCustomAttribute<OneOfAttribute>() is { } list)
        {
            return new SettingsField(name, SettingsFieldKind.Choice, list.Words);
        }

        var kind = type switch
        {
            _ when type == typeof(string) => SettingsFieldKind.Text,
            _ when type == typeof(bool) => SettingsFieldKind.Switch,
            _ when type == typeof(int) || type == typeof(long) => SettingsFieldKind.WholeNumber,
            _ when type == typeof(double) || type == typeof(decimal) => SettingsFieldKind.Number,
            _ when type == typeof(TimeSpan) => SettingsFieldKind.Duration,
            _ => throw new InvalidOperationException($"{property.DeclaringType?.Name}.{property.Name}: a settings field is a text, number, switch, time span or enum."),
        };
        return new SettingsField(name, kind, []);
    }
}
