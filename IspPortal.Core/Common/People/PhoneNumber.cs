using System.Text;

namespace IspPortal.Core.Common.People;

/// <summary>Phone numbers as people in Indonesia write them, brought to one form.</summary>
public static class PhoneNumber
{
    private const int Shortest = 10;
    private const int Longest = 15;
    private const string Country = "62";

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

    /// <summary>
    /// The number as ITU-T E.164 writes it, <c>+62812…</c>, or null when the text is no phone number. Takes mobile and fixed numbers: <c>0812-3456-7890</c>,
    /// <c>(021) 123 4567</c>, <c>62 812…</c>, <c>+62 (0)812…</c>, <c>812…</c>, and those of other countries with <c>+</c> or <c>00</c>.
    /// </summary>
    public static string? ToE164(string? text)
    {
        var trimmed = (text ?? string.Empty).Trim();
        var digits = new string([.. trimmed.Where(char.IsAsciiDigit)]);
        if (trimmed.Length == 0 || trimmed.Skip(1).Any(c => !char.IsAsciiDigit(c) && !IsSeparator(c)) || (!char.IsAsciiDigit(trimmed[0]) && trimmed[0] is not ('+' or '(')))
        {
            return null;
        }

        if (trimmed[0] == '+' || digits.StartsWith("00", StringComparison.Ordinal))
        {
            var foreign = trimmed[0] == '+' ? digits : digits[2..];
            return foreign.StartsWith(Country, StringComparison.Ordinal) ? National(foreign[Country.Length..])
                : foreign.Length is >= 8 and <= Longest && foreign[0] != '0' ? "+" + foreign : null;
        }

        return digits.StartsWith('0') || digits.StartsWith('8') ? National(digits)
            : digits.StartsWith(Country, StringComparison.Ordinal) ? National(digits[Country.Length..])
            : null;
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

    // Subscriber numbers with their area or operator code have 8 to 12 digits after the trunk zero.
    private static string? National(string digits)
    {
        var number = digits.StartsWith('0') ? digits[1..] : digits;
        return number.Length is >= 8 and <= 12 && number[0] != '0' ? $"+{Country}{number}" : null;
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
