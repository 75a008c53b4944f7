using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Tax;

/// <summary>BHP and USO of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Quarters">Its four quarters.</param>
/// <param name="DueOn">Until when it is to be paid.</param>
public sealed record TelecomReport(int Year, IReadOnlyList<TelecomQuarter> Quarters, DateOnly DueOn)
{
    private const int DueMonth = 4;
    private const int DueDay = 30;

    /// <summary>All of its revenue.</summary>
    public Money Gross => Sum(quarter => quarter.Gross);

    /// <summary>All BHP.</summary>
    public Money Bhp => Sum(quarter => quarter.Bhp);

    /// <summary>All USO.</summary>
    public Money Uso => Sum(quarter => quarter.Uso);

    /// <summary>Makes it of revenue by month: each month with the rates that its first day has, each quarter rounded once a rate.</summary>
    /// <param name="year">The year.</param>
    /// <param name="gross">The revenue of the months 1 to 12; a month that is not there had none.</param>
    /// <param name="rates">The rates.</param>
    public static TelecomReport Of(int year, IReadOnlyDictionary<int, Money> gross, IReadOnlyList<TelecomRate> rates)
    {
        ArgumentNullException.ThrowIfNull(gross);
        ArgumentNullException.ThrowIfNull(rates);
        return new(year, [.. Enumerable.Range(1, 4).Select(quarter => Of(year, quarter, gross, rates))], new DateOnly(year + 1, DueMonth, DueDay));
    }

    private static TelecomQuarter Of(int year, int quarter, IReadOnlyDictionary<int, Money> gross, IReadOnlyList<TelecomRate> rates)
    {
        var months = Enumerable.Range((quarter * 3) - 2, 3).Select(month => (Gross: gross.GetValueOrDefault(month), Rate: rates.LastOrDefault(rate => rate.FromOn <= new DateOnly(year, month, 1)))).ToList();
        return new(quarter, months.Aggregate(Money.Zero, (sum, month) => sum + month.Gross), Of(months, rate => rate.BhpBasisPoints), Of(months, rate => rate.UsoBasisPoints));
    }

    private static Money Of(IEnumerable<(Money Gross, TelecomRate? Rate)> months, Func<TelecomRate, int> points) => months.Where(month => month.Rate is not null).GroupBy(month => points(month.Rate!))
        .Aggregate(Money.Zero, (sum, same) => sum + same.Aggregate(Money.Zero, (gross, month) => gross + month.Gross).BasisPoints(same.Key));

    private Money Sum(Func<TelecomQuarter, Money> of) => Quarters.Aggregate(Money.Zero, (sum, quarter) => sum + of(quarter));
}
