using System.Globalization;

namespace IspPortal.Core.Billing.Print;

/// <summary>Taxpayer numbers (NPWP) as people write and read them. Pure.</summary>
public static class TaxNumbers
{
    private const int Old = 15;

    /// <summary>Whether it is one: 15 digits (the old form), 16 (NPWP16 or NIK) or 22 (NITKU), with dots, dashes and blanks as one likes.</summary>
    public static bool IsOne(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.All(c => char.IsAsciiDigit(c) || c is '.' or '-' or ' ') && text.Count(char.IsAsciiDigit) is Old or 16 or 22;
    }

    /// <summary>As it is printed: the old form as <c>01.234.567.8-901.000</c>, the new one in fours; what is none stays as it is.</summary>
    public static string Show(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!IsOne(text))
        {
            return text;
        }

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == Old
            ? string.Create(CultureInfo.InvariantCulture, $"{digits[..2]}.{digits[2..5]}.{digits[5..8]}.{digits[8]}-{digits[9..12]}.{digits[12..]}")
            : string.Join(' ', digits.Chunk(4).Select(part => new string(part)));
    }
}
