using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IspPortal.Core.Subscriptions;

/// <summary>Makes user names of a pattern, and says which ones routers take.</summary>
public static partial class UsernamePattern
{
    /// <summary>As long as a RouterOS secret's name is kept readable in its tools.</summary>
    public const int MaxLength = 64;

    private static readonly string[] Known = ["name", "first", "phone", "number", "month", "router", "plan", "city"];

    /// <summary>Whether every placeholder is known and what stands between can be in a user name.</summary>
    public static bool IsPattern(string? pattern) =>
        pattern is not null && Placeholder().Matches(pattern).All(m => Known.Contains(m.Groups["part"].Value, StringComparer.Ordinal))
        && IsUsername(Placeholder().Replace(pattern, "x")) && !Placeholder().Replace(pattern, "x").AsSpan().ContainsAny('{', '}');

    /// <summary>Whether routers take it and people can type it: printable, no space at either end, 1–64 characters.</summary>
    public static bool IsUsername(string? name) =>
        !string.IsNullOrEmpty(name) && name.Length <= MaxLength && name == name.Trim() && !name.Any(char.IsControl) && !name.Any(c => char.IsSurrogate(c) && !IsPaired(name));

    /// <summary>The user name for <paramref name="parts"/>; <paramref name="attempt"/> 1 is plain, later ones have <c>-2</c>, <c>-3</c> behind because the name was taken.</summary>
    public static string Make(string pattern, UsernameParts parts, int attempt = 1)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(parts);
        var words = Plain(parts.CustomerName).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var number = new string([.. parts.Number.Where(char.IsAsciiDigit)]);
        var text = Placeholder().Replace(pattern, match => match.Groups["part"].Value switch
        {
            "name" => string.Join('.', words.Take(2)),
            "first" => words.FirstOrDefault() ?? "",
            "phone" => Last(new string([.. (parts.Phone ?? "").Where(char.IsAsciiDigit)]), 4),
            "number" => Last(number, 6),
            "month" => number.Length >= 6 ? number[..6] : number,
            "router" => Joined(parts.RouterName),
            "plan" => Joined(parts.PlanSlug),
            "city" => Joined(parts.City ?? ""),
            _ => "",
        });
        var suffix = attempt > 1 ? "-" + attempt.ToString(CultureInfo.InvariantCulture) : "";
        text = Trimmed(text);
        return (text.Length + suffix.Length > MaxLength ? text[..(MaxLength - suffix.Length)] : text) + suffix;
    }

    private static string Trimmed(string text)
    {
        var cut = text.Trim(' ', '.', '-', '_');
        return cut.Length == 0 ? "line" : cut;
    }

    private static string Joined(string text) => string.Join('-', Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Last(string digits, int count) => digits.Length <= count ? digits : digits[^count..];

    // Letters without their marks, digits, and single spaces for all else.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                plain.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(' ');
            }
        }

        return plain.ToString();
    }

    private static bool IsPaired(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"\{(?<part>[a-z]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
