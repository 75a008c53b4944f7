using System.Globalization;

namespace IspPortal.Core.Billing.Tax;

/// <summary>What the state takes of gross telecom revenue from a day on.</summary>
/// <param name="FromOn">The first day.</param>
/// <param name="BhpBasisPoints">BHP telekomunikasi, in hundredths of a percent.</param>
/// <param name="UsoBasisPoints">KPU/USO, in hundredths of a percent.</param>
public sealed record TelecomRate(DateOnly FromOn, int BhpBasisPoints, int UsoBasisPoints)
{
    private const int Hundred = 100;

    /// <summary>The rates that a text says, by their days; null: it cannot be read, or names a day twice.</summary>
    public static IReadOnlyList<TelecomRate>? Parse(string? text)
    {
        var rates = (text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(One).ToList();
        return rates.Contains(null) || rates.DistinctBy(rate => rate!.FromOn).Count() != rates.Count ? null : [.. rates.OfType<TelecomRate>().OrderBy(rate => rate.FromOn)];
    }

    private static TelecomRate? One(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var day, var bhp, var uso]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) && PercentOf(bhp) is { } first && PercentOf(uso) is { } second
            ? new TelecomRate(from, first, second)
            : null;

    private static int? PercentOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= Hundred && percent * Hundred == decimal.Truncate(percent * Hundred)
            ? (int)(percent * Hundred)
            : null;
}
