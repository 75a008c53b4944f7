using System.Text;

namespace IspPortal.Core.Common.People;

/// <summary>
/// Names as they sound, so that spellings of one name meet in an index: <c>Boedi Santosa</c> and <c>BUDI SANTOSO</c> are both <c>bd snts</c>.
/// Old Indonesian spelling (oe, dj, tj, j for y) counts as the new one; vowels after the first letter and doubled letters are left out.
/// </summary>
public static class NameSound
{
    private static readonly (string Old, string New)[] Spellings =
        [("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("sy", "s"), ("kh", "k"), ("ch", "c"), ("ph", "p"), ("th", "t"), ("dh", "d"), ("v", "f"), ("z", "s"), ("q", "k"), ("y", "i")];

    /// <summary>The sound of every word, in alphabetical order with one space between; empty when the text has no words.</summary>
    public static string Of(string? name) => string.Join(' ', PersonName.WordsOf(name).Select(OfWord).Order(StringComparer.Ordinal));

    private static string OfWord(string word)
    {
        foreach (var (old, @new) in Spellings)
        {
            word = word.Replace(old, @new, StringComparison.Ordinal);
        }

        var sound = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            var isVowel = letter is 'a' or 'i' or 'u' or 'e' or 'o' or 'h';
            if (sound.Length == 0 || (!isVowel && sound[^1] != letter))
            {
                sound.Append(letter);
            }
        }

        return sound.ToString();
    }
}
