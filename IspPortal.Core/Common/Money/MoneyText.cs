using System.Globalization;

namespace IspPortal.Core.Common.Money;

/// <summary>Reads rupiah as people type them: <c>200000</c>, <c>200.000</c>, <c>200,000</c>, <c>Rp 200.000</c>.</summary>
public static class MoneyText
{
    /// <summary>The most that a form takes: a thousand billion rupiah.</summary>
    public const long Most = 1_000_000_000_000;

    /// <summary>
    /// False for anything else. A dot and a comma are both only taken as marks of thousands, with exactly three digits behind each: <c>1.5</c> might mean
    /// one and a half or fifteen hundred, so it is refused rather than guessed.
    /// </summary>
    public static bool TryParse(string? text, out Money amount)
    {
        amount = Money.Zero;
        var rest = (text ?? string.Empty).Trim();
        if (rest.StartsWith("Rp", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[2..].TrimStart('.', ' ', '\u00a0');
        }

        var groups = rest.Split(['.', ',', ' ', '\u00a0']);
        var digits = string.Concat(groups);
        var grouped = groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3));
        if (digits.Length is 0 or > 18 || !grouped || !digits.All(char.IsAsciiDigit) || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var rupiah) || rupiah > Most)
        {
            return false;
        }

        amount = Money.Idr(rupiah);
        return true;
    }
}
