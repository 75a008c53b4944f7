using IspPortal.Core.Billing.Tax;

namespace IspPortal.Core.Billing.Revenue;

/// <summary>Some whole months.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
public sealed record RevenuePeriod(TaxMonth From, TaxMonth To)
{
    /// <summary>The longest.</summary>
    public const int MostMonths = 36;

    private const int Year = 12;

    /// <summary>How many months.</summary>
    public int Months => ((To.Year - From.Year) * Year) + To.Month - From.Month + 1;

    /// <summary>The twelve months that end with that of a day.</summary>
    public static RevenuePeriod YearUntil(DateOnly day) => new(TaxMonth.Of(new DateOnly(day.Year, day.Month, 1).AddMonths(1 - Year)), TaxMonth.Of(day));
}
