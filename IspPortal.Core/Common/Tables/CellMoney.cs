using System.Globalization;
using System.Text.RegularExpressions;

namespace IspPortal.Core.Common.Tables;

/// <summary>Whole rupiah as spreadsheets write them: <c>150000</c>, <c>150.000</c>, <c>150,000</c>, <c>Rp 150.000,00</c>. Cents other than none are refused: nobody owes them.</summary>
public static partial class CellMoney
{
    /// <summary>What a cell says; null: it is no amount of whole rupiah, or below nothing.</summary>
    public static Money.Money? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bare = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
        bare = bare.StartsWith("Rp", StringComparison.OrdinalIgnoreCase) ? bare[2..].TrimStart('.') : bare.StartsWith("IDR", StringComparison.OrdinalIgnoreCase) ? bare[3..] : bare;
        bare = bare.EndsWith(",-", StringComparison.Ordinal) ? bare[..^2] : bare;
        var match = Shape().Match(bare);
        return match.Success && long.TryParse(match.Groups["whole"].Value.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? Money.Money.Idr(minor)
            : null;
    }

    // Groups of three with one sign between them; the sign of the cents is the other one.
    [GeneratedRegex(@"^(?:(?<whole>\d+)(?:[.,]0{1,2})?|(?<whole>\d{1,3}(?:\.\d{3})+)(?:,0{1,2})?|(?<whole>\d{1,3}(?:,\d{3})+)(?:\.0{1,2})?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();
}
