using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Identity.Users;

/// <summary>What the fields of an account must be.</summary>
public static class UserRules
{
    /// <summary>The longest e-mail (RFC 5321 section 4.5.3.1.3 without the angle brackets).</summary>
    public const int MaxEmailLength = 254;

    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The languages that pages exist in.</summary>
    public static IReadOnlyList<string> Cultures { get; } = ["en", "id"];

    /// <summary>The themes that pages exist in.</summary>
    public static IReadOnlyList<string> Themes { get; } = ["light", "dark"];

    /// <summary>The rules that an e-mail breaks.</summary>
    public static IEnumerable<FieldError> CheckEmail(string? email)
    {
        var text = email?.Trim() ?? string.Empty;
        if (text.Length == 0)
        {
            yield return new FieldError("email", "common.required");
        }
        else if (text.Length > MaxEmailLength || !LooksLikeEmail(text))
        {
            yield return new FieldError("email", "identity.email_malformed");
        }
    }

    /// <summary>The rules that a name breaks.</summary>
    public static IEnumerable<FieldError> CheckName(string? name)
    {
        var text = name?.Trim() ?? string.Empty;
        if (text.Length == 0)
        {
            yield return new FieldError("name", "common.required");
        }
        else if (text.Length > MaxNameLength)
        {
            yield return new FieldError("name", "common.too_long", MaxNameLength);
        }
        else if (!PlainText.IsPlain(text))
        {
            yield return new FieldError("name", PlainText.Code);
        }
    }

    /// <summary>The rules that a choice of roles breaks.</summary>
    public static IEnumerable<FieldError> CheckRoles(IReadOnlyList<string>? roles)
    {
        if (roles is null || roles.Count == 0)
        {
            yield return new FieldError("roles", "identity.role_required");
        }
        else if (roles.FirstOrDefault(role => !PortalRoles.Exists(role)) is { } unknown)
        {
            yield return new FieldError("roles", "identity.role_unknown", unknown);
        }
    }

    /// <summary>The rules that a language breaks; null is the portal's.</summary>
    public static IEnumerable<FieldError> CheckCulture(string? culture)
    {
        if (culture is not null && !Cultures.Contains(culture, StringComparer.Ordinal))
        {
            yield return new FieldError("culture", "identity.culture_unknown", culture);
        }
    }

    /// <summary>The rules that a theme breaks; null is the system's.</summary>
    public static IEnumerable<FieldError> CheckTheme(string? theme)
    {
        if (theme is not null && !Themes.Contains(theme, StringComparer.Ordinal))
        {
            yield return new FieldError("theme", "identity.theme_unknown", theme);
        }
    }

    private static bool LooksLikeEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1
            && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"')
            && text[^1] != '.' && text[at + 1] != '.';
    }
}
