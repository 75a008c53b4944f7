using IspPortal.Core.Plans;

namespace IspPortal.Core.Subscriptions;

/// <summary>Where the periods of a subscription begin and end. They are counted from its first day, so that a 31st comes back after a short month.</summary>
public static class SubscriptionCalendar
{
    /// <summary>The first day of the period after <paramref name="count"/> whole ones.</summary>
    public static DateOnly StartOf(DateOnly startsOn, PlanPeriod period, int count) => period.Cycle switch
    {
        PlanCycle.Daily => startsOn.AddDays(count),
        PlanCycle.Weekly => startsOn.AddDays(7 * count),
        PlanCycle.Monthly => startsOn.AddMonths(count),
        PlanCycle.Quarterly => startsOn.AddMonths(3 * count),
        PlanCycle.HalfYearly => startsOn.AddMonths(6 * count),
        PlanCycle.Yearly => startsOn.AddYears(count),
        _ => startsOn.AddDays((period.Days ?? 30) * count),
    };

    /// <summary>The first day of the first period that begins after <paramref name="day"/>; the first day of all when that lies ahead.</summary>
    public static DateOnly NextStart(DateOnly startsOn, PlanPeriod period, DateOnly day)
    {
        if (day < startsOn)
        {
            return startsOn;
        }

        // A guess that never lies behind: no period is longer than 366 days a year says.
        var count = Math.Max(0, (day.DayNumber - startsOn.DayNumber) / LongestDaysOf(period));
        while (StartOf(startsOn, period, count) <= day)
        {
            count++;
        }

        return StartOf(startsOn, period, count);
    }

    private static int LongestDaysOf(PlanPeriod period) => period.Cycle switch
    {
        PlanCycle.Daily => 1,
        PlanCycle.Weekly => 7,
        PlanCycle.Monthly => 31,
        PlanCycle.Quarterly => 92,
        PlanCycle.HalfYearly => 184,
        PlanCycle.Yearly => 366,
        _ => Math.Max(1, period.Days ?? 30),
    };
}
