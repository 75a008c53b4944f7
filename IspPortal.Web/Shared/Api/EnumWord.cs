using System.Text.Json;
using IspPortal.Core.Common.Results;

namespace IspPortal.Web.Shared.Api;

/// <summary>One word of a fixed list in a query: the enum's names in camelCase. An unknown word is a field error (422), not a broken request.</summary>
internal readonly record struct EnumWord<TEnum>(string Text) : IEnumWord
    where TEnum : struct, Enum
{
    private static readonly Dictionary<string, TEnum> ByWord =
        Enum.GetValues<TEnum>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

    public static IReadOnlyList<string> Words { get; } = [.. ByWord.Keys];

    /// <summary>Binding takes any word; <see cref="Read"/> judges it.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out EnumWord<TEnum> word)
    {
        word = new EnumWord<TEnum>(text ?? "");
        return true;
    }

    public Result<TEnum?> Read(string field)
    {
        if (string.IsNullOrEmpty(Text))
        {
            return default(TEnum?);
        }

        return ByWord.TryGetValue(Text, out var value) ? value : ApiErrors.UnknownValue(field, Words);
    }
}
