using IspPortal.Core.Plans;

namespace IspPortal.Core.Billing.Generator;

/// <summary>Where the periods of one length begin, without beginning or end.</summary>
internal sealed record CycleGrid
{
    private readonly int _months;
    private readonly int _anchorMonth;
    private readonly int _day;
    private readonly DateOnly _anchor;
    private readonly int _length;

    private CycleGrid(PlanPeriod period, int months, int anchorMonth, int day, DateOnly anchor, int length) =>
        (Period, _months, _anchorMonth, _day, _anchor, _length) = (period, months, anchorMonth, day, anchor, length);

    /// <summary>What it is the grid of.</summary>
    public PlanPeriod Period { get; }

    /// <summary>Whether it is counted in months.</summary>
    public bool IsMonths => _months > 0;

    /// <summary>The grid of what begins on <paramref name="from"/>.</summary>
    /// <param name="period">The length.</param>
    /// <param name="from">The day.</param>
    /// <param name="policy">Where periods begin.</param>
    /// <param name="before">The grid until then, whose day of the month goes on when one of its periods begins on <paramref name="from"/>; null: none does.</param>
    public static CycleGrid From(PlanPeriod period, DateOnly from, BillingPolicy policy, CycleGrid? before)
    {
        var months = MonthsOf(period.Cycle);
        if (months == 0)
        {
            // Day 0 of the calendar, 0001-01-01, was a Monday.
            var anchor = policy.Alignment == PeriodAlignment.Calendar && period.Cycle == PlanCycle.Weekly ? DateOnly.MinValue : from;
            return new(period, 0, 0, 0, anchor, period.Cycle switch { PlanCycle.Daily => 1, PlanCycle.Weekly => 7, _ => Math.Max(1, period.Days ?? 30) });
        }

        var month = IndexOf(from);
        return policy.Alignment switch
        {
            PeriodAlignment.Calendar => new(period, months, 0, 1, default, 0),
            PeriodAlignment.FixedDay => new(period, months, DayIn(month, policy.FixedDay) >= from ? month : month + 1, policy.FixedDay, default, 0),
            _ => new(period, months, month, before is { IsMonths: true } && before.PeriodOf(from).FromOn == from ? before._day : from.Day, default, 0),
        };
    }

    /// <summary>The period in which a day lies.</summary>
    public GridPeriod PeriodOf(DateOnly day)
    {
        if (!IsMonths)
        {
            var first = _anchor.AddDays(FloorOf(day.DayNumber - _anchor.DayNumber, _length) * _length);
            return new(first, first.AddDays(_length - 1), []);
        }

        var month = IndexOf(day);
        var start = _anchorMonth + (FloorOf(month - _anchorMonth, _months) * _months);
        if (DayIn(start, _day) > day)
        {
            start -= _months;
        }

        var starts = new DateOnly[_months + 1];
        for (var i = 0; i <= _months; i++)
        {
            starts[i] = DayIn(start + i, _day);
        }

        return new(starts[0], starts[^1].AddDays(-1), starts);
    }

    private static int MonthsOf(PlanCycle cycle) => cycle switch { PlanCycle.Monthly => 1, PlanCycle.Quarterly => 3, PlanCycle.HalfYearly => 6, PlanCycle.Yearly => 12, _ => 0 };

    private static int IndexOf(DateOnly day) => (day.Year * 12) + day.Month - 1;

    private static int FloorOf(int number, int by) => (number / by) - (number % by < 0 ? 1 : 0);

    private static DateOnly DayIn(int month, int day)
    {
        var (year, zeroBased) = Math.DivRem(month, 12);
        return new(year, zeroBased + 1, Math.Min(day, DateTime.DaysInMonth(year, zeroBased + 1)));
    }
}
