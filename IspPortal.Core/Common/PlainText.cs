using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Common;

/// <summary>
/// Texts that somebody can have typed and every database keeps. PostgreSQL refuses NUL and half a surrogate pair, and no screen shows the other control characters; tabs and ends of lines are
/// what longer texts are pasted with.
/// </summary>
internal static class PlainText
{
    /// <summary>The code of the refusal.</summary>
    public const string Code = "common.control_characters";

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Parts = new();

    public static bool IsPlain(string? text)
    {
        for (var at = 0; at < (text?.Length ?? 0); at++)
        {
            if (at + 1 < text!.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(text[at]) || (char.IsControl(text[at]) && text[at] is not ('\t' or '\n' or '\r')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The refusal of one text, or null.</summary>
    public static Error? Refuse(string? text, string field = "reason") => IsPlain(text) ? null : CommonErrors.Invalid([new FieldError(field, Code)]);

    /// <summary>Every field of a form whose text is not plain, wherever in it: <c>name</c>, <c>contacts[1].name</c>; a list of texts is one field.</summary>
    public static IReadOnlyList<FieldError> Judge(object form) => [.. Fields(form, "").Distinct().Select(field => new FieldError(field, Code))];

    private static IEnumerable<string> Fields(object part, string prefix)
    {
        foreach (var property in Parts.GetOrAdd(part.GetType(), PartsOf))
        {
            var field = prefix + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            foreach (var found in property.GetValue(part) is { } value ? FieldsOf(value, field) : [])
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<string> FieldsOf(object value, string field) => value switch
    {
        string text => IsPlain(text) ? [] : [field],
        IEnumerable<string?> texts => texts.All(IsPlain) ? [] : [field],
        IEnumerable items => items.Cast<object?>().SelectMany((item, place) => item is not null && IsForm(item.GetType()) ? Fields(item, $"{field}[{place}].") : []),
        _ => Fields(value, field + "."),
    };

    // What a form is filled with can be set; the rest is worked out of it.
    private static PropertyInfo[] PartsOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.CanWrite && p.GetIndexParameters().Length == 0 && (typeof(IEnumerable).IsAssignableFrom(p.PropertyType) || IsForm(p.PropertyType)))];

    private static bool IsForm(Type type) => type.IsClass && type.Assembly == typeof(PlainText).Assembly;
}
