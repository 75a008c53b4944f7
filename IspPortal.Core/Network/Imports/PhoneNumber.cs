using System.Text;

namespace IspPortal.Core.Network.Imports;

/// <summary>Indonesian mobile numbers as people write them, brought to one form: <c>62812…</c>.</summary>
public static class PhoneNumber
{
    private const int Shortest = 10;
    private const int Longest = 15;

    /// <summary>The number in international digits without plus, or null when the text is no mobile number: <c>0812-3456-7890</c>, <c>+62 812…</c>, <c>812…</c>.</summary>
    public static string? Normalise(string? text)
    {
        var digits = new StringBuilder();
        foreach (var c in text ?? string.Empty)
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
            }
            else if (!IsSeparator(c) && c != '+')
            {
                return null;
            }
        }

        return OfDigits(digits.ToString());
    }

    /// <summary>Every number inside a text such as a comment, in order.</summary>
    public static IReadOnlyList<string> FindIn(string? text)
    {
        var found = new List<string>();
        var digits = new StringBuilder();
        foreach (var c in (text ?? string.Empty) + "\n")
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
            }
            else if (!IsSeparator(c) || OfDigits(digits.ToString()) is { Length: >= Shortest + 2 } && c == ' ')
            {
                if (OfDigits(digits.ToString()) is { } number)
                {
                    found.Add(number);
                }

                digits.Clear();
            }
        }

        return found;
    }

    private static bool IsSeparator(char c) => c is ' ' or '-' or '.' or '(' or ')';

    private static string? OfDigits(string digits)
    {
        var number = digits.StartsWith("08", StringComparison.Ordinal) ? "62" + digits[1..]
            : digits.StartsWith("628", StringComparison.Ordinal) ? digits
            : digits.StartsWith('8') ? "62" + digits
            : null;
        return number?.Length is >= Shortest and <= Longest ? number : null;
    }
}
