using System.Globalization;
using System.Text;

namespace IspPortal.Core.Common.Search;

/// <summary>The form in which names are searched: lower case, without accents, single spaces. Stored beside the name, and made of what is typed.</summary>
public static class SearchKey
{
    /// <summary>The key of <paramref name="parts"/> together; blank ones are left out.</summary>
    public static string Of(params IReadOnlyList<string?> parts)
    {
        var text = string.Join(' ', parts.Where(part => !string.IsNullOrWhiteSpace(part))).Normalize(NormalizationForm.FormKD);
        var key = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (!char.IsWhiteSpace(letter))
            {
                key.Append(char.ToLowerInvariant(letter));
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd();
    }

    /// <summary>A key that is no longer than its column: some letters become several. Never cut within a letter, which databases refuse.</summary>
    public static string Cut(string key, int length) => key.Length <= length ? key : key[..(char.IsHighSurrogate(key[length - 1]) ? length - 1 : length)].TrimEnd();
}
