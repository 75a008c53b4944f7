using System.Globalization;
using System.Text;

namespace IspPortal.Core.Common.People;

/// <summary>Names as they are compared: lower case, without accents, punctuation and forms of address.</summary>
public static class PersonName
{
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal) { "bpk", "bapak", "pak", "bp", "ibu", "bu", "sdr", "sdri", "tn", "ny", "hj", "h" };

    /// <summary>The words of a name in order, or none.</summary>
    public static IReadOnlyList<string> WordsOf(string? text)
    {
        var plain = new StringBuilder();
        foreach (var c in (text ?? string.Empty).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c != '\'')
            {
                plain.Append(' ');
            }
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Titles.Contains(word))];
    }

    /// <summary>The words with one space between; empty when there are none.</summary>
    public static string Normalise(string? text) => string.Join(' ', WordsOf(text));
}
