using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Identity;

/// <summary>
/// What a password must be: length before character classes, and nothing that is guessed first (NIST SP 800-63B section 5.1.1.2).
/// </summary>
public static class PasswordRules
{
    /// <summary>The shortest password.</summary>
    public const int MinLength = 10;

    /// <summary>The longest password.</summary>
    public const int MaxLength = 128;

    private static readonly string[] GuessedFirst =
    [
        "password", "passw0rd", "qwerty", "1234567890", "0123456789", "0987654321", "letmein", "administrator", "mikrotik", "routeros", "winbox",
        "indonesia", "rahasia", "bismillah", "sayang", "internet", "abcdefghij", "iloveyou", "welcome",
    ];

    /// <summary>The rules that <paramref name="password"/> breaks, under the field name <paramref name="field"/>; empty when it may be used.</summary>
    /// <param name="password">The password; null counts as empty.</param>
    /// <param name="email">The account's e-mail: its name must not be the password's core.</param>
    /// <param name="field">Name of the field in camelCase.</param>
    public static IReadOnlyList<FieldError> Check(string? password, string? email, string field = "password")
    {
        password ??= string.Empty;
        if (password.Length < MinLength)
        {
            return [new FieldError(field, "identity.password_too_short", MinLength)];
        }

        if (password.Length > MaxLength)
        {
            return [new FieldError(field, "identity.password_too_long", MaxLength)];
        }

        if (password.Distinct().Count() < 5)
        {
            return [new FieldError(field, "identity.password_too_simple")];
        }

        var core = Core(password);
        var name = Core((email ?? string.Empty).Split('@')[0]);
        return GuessedFirst.Any(word => core == Core(word) || password.Equals(word, StringComparison.OrdinalIgnoreCase)) || (name.Length > 2 && core == name)
            ? [new FieldError(field, "identity.password_guessable")]
            : [];
    }

    /// <summary>The letters alone: "Password123!" is "password".</summary>
    private static string Core(string text)
    {
        var letters = string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();
        return letters.Length > 0 ? letters : text;
    }
}
