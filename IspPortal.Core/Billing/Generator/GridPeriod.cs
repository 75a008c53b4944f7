namespace IspPortal.Core.Billing.Generator;

/// <summary>A whole period, whatever part of it is billed.</summary>
/// <param name="FromOn">The first day.</param>
/// <param name="ToOn">The last.</param>
/// <param name="MonthStarts">Where its months begin, and as the last the day after it; empty: it is not made of months.</param>
internal sealed record GridPeriod(DateOnly FromOn, DateOnly ToOn, IReadOnlyList<DateOnly> MonthStarts)
{
    public int Days => ToOn.DayNumber - FromOn.DayNumber + 1;

    /// <summary>How much of it the days from <paramref name="from"/> to <paramref name="to"/> are.</summary>
    public PeriodPart PartOf(DateOnly from, DateOnly to, ProrationBasis basis)
    {
        var thirty = basis == ProrationBasis.ThirtyDays && MonthStarts.Count > 0;
        var of = thirty ? 30 * (MonthStarts.Count - 1) : Days;
        if (from <= FromOn && to >= ToOn)
        {
            return new(of, of, BillRule.WholePeriod);
        }

        // Counted as the way from one place to another, so that the parts of a period always make the period.
        return thirty
            ? new(ThirtiethAt(to.AddDays(1)) - ThirtiethAt(from), of, BillRule.DaysOfThirty)
            : new(to.DayNumber - from.DayNumber + 1, of, BillRule.DaysOfPeriod);
    }

    private int ThirtiethAt(DateOnly day)
    {
        var month = 0;
        while (month + 1 < MonthStarts.Count && MonthStarts[month + 1] <= day)
        {
            month++;
        }

        // The thirty-first lies thirty days behind the first: where the next month begins.
        return (30 * month) + day.DayNumber - MonthStarts[month].DayNumber;
    }
}
