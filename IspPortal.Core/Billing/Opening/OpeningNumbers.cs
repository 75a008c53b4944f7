using System.Globalization;

namespace IspPortal.Core.Billing.Opening;

/// <summary>Keeps series of numbers from going back and from meeting numbers of the old system. A series is counted per month: <c>INV-202611</c>.</summary>
public static class OpeningNumbers
{
    private const int MonthDigits = 6;

    /// <summary>The name of the series that a file means: <c>INV</c> is that of the month of the cutover; null: none.</summary>
    public static string? SeriesOf(string series, OpeningWorld world)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(world);
        var parts = series.Trim().ToUpperInvariant().Split('-');
        return !world.Prefixes.Contains(parts[0], StringComparer.Ordinal) ? null
            : parts.Length == 1 ? string.Create(CultureInfo.InvariantCulture, $"{parts[0]}-{world.CutoverOn:yyyyMM}")
            : parts.Length == 2 && parts[1].Length == MonthDigits && DateOnly.TryParseExact(parts[1] + "01", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? $"{parts[0]}-{parts[1]}"
            : null;
    }

    /// <summary>Which series of the portal would give a number, and as how many-th; null: none ever does.</summary>
    public static (string Series, long No)? OfPortal(string number, OpeningWorld world)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(world);
        var at = number.LastIndexOf('-');
        return at > 0 && number.AsSpan(at + 1) is { Length: >= MonthDigits } digits && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var no)
            && number[..at] is var series && series.Contains('-', StringComparison.Ordinal) && SeriesOf(series, world) == series
            ? (series, no)
            : null;
    }

    /// <summary>The same rows, with problems where numbers would go back or meet.</summary>
    public static IReadOnlyList<OpeningFinding> Check(OpeningWorld world, IReadOnlyList<OpeningFinding> rows)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(rows);
        var old = new Dictionary<string, long>(world.OldNumbers, StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row is { Verdict: OpeningVerdict.Ready, Draft.Kind: OpeningKind.Invoice }))
        {
            if (OfPortal(row.Draft.Number!, world) is { } number)
            {
                old[number.Series] = Math.Max(old.GetValueOrDefault(number.Series), number.No);
            }
        }

        var wanted = new Dictionary<string, long>(StringComparer.Ordinal);
        var judged = rows.Select(row => row is { Verdict: OpeningVerdict.Ready, Draft: { Kind: OpeningKind.NextNumber, Next: { } next }, Place: { } series } ? Series(row, series, next) : row).ToList();
        return judged.ConvertAll(row => row is { Verdict: OpeningVerdict.Ready, Draft.Kind: OpeningKind.Invoice } && OfPortal(row.Draft.Number!, world) is { } number
            && Math.Max(wanted.GetValueOrDefault(number.Series), world.NextNumbers.GetValueOrDefault(number.Series, 1)) <= number.No
            ? Refused(row, OpeningField.Number, OpeningErrors.SeriesWouldReach)
            : row);

        OpeningFinding Series(OpeningFinding row, string series, long next)
        {
            if (next < world.NextNumbers.GetValueOrDefault(series, 1))
            {
                return Refused(row, OpeningField.Next, OpeningErrors.Backwards, world.NextNumbers[series]);
            }

            if (next <= old.GetValueOrDefault(series))
            {
                return Refused(row, OpeningField.Next, OpeningErrors.OntoOldNumber, old[series]);
            }

            wanted[series] = next;
            return row;
        }
    }

    private static OpeningFinding Refused(OpeningFinding row, OpeningField field, string code, params IReadOnlyList<object?> arguments) =>
        row with { Verdict = OpeningVerdict.Wrong, Problems = [.. row.Problems, OpeningJudge.Wrong(field, code, arguments)] };
}
