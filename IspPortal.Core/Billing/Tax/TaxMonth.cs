using System.Globalization;

namespace IspPortal.Core.Billing.Tax;

/// <summary>A month of the tax office.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">1 to 12.</param>
public readonly record struct TaxMonth(int Year, int Month)
{
    private const string Form = "yyyy-MM";

    /// <summary>Its first day.</summary>
    public DateOnly FirstOn => new(Year, Month, 1);

    /// <summary>Its last day.</summary>
    public DateOnly LastOn => FirstOn.AddMonths(1).AddDays(-1);

    /// <summary>That of a day.</summary>
    public static TaxMonth Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>As addresses have it; null when it is none.</summary>
    public static TaxMonth? Parse(string? text) => DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? Of(first) : null;

    /// <inheritdoc />
    public override string ToString() => FirstOn.ToString(Form, CultureInfo.InvariantCulture);
}
