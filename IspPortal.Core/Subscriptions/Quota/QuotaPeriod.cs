using IspPortal.Core.Plans;

namespace IspPortal.Core.Subscriptions.Quota;

/// <summary>The days over which a subscription's quota is counted.</summary>
/// <param name="FromOn">The first day.</param>
/// <param name="ToOn">The last day; the quota is whole again on the day after.</param>
public readonly record struct QuotaPeriod(DateOnly FromOn, DateOnly ToOn)
{
    /// <summary>
    /// The period in which <paramref name="day"/> lies. Periods are counted from the first day of the subscription; where a pause or a late renewal moved the end of its time off that grid, they are
    /// counted back from that end.
    /// </summary>
    /// <param name="startsOn">The first day of the subscription.</param>
    /// <param name="endsOn">The last day that it has, or null: open end.</param>
    /// <param name="period">One period of its plan.</param>
    /// <param name="day">The day.</param>
    public static QuotaPeriod Of(DateOnly startsOn, DateOnly? endsOn, PlanPeriod period, DateOnly day)
    {
        var anchor = startsOn;
        if (endsOn is { } end && end >= day && SubscriptionCalendar.NextStart(startsOn, period, end) != end.AddDays(1))
        {
            anchor = end.AddDays(1);
        }

        var count = 0;
        while (SubscriptionCalendar.StartOf(anchor, period, count) > day)
        {
            count--;
        }

        while (SubscriptionCalendar.StartOf(anchor, period, count + 1) <= day)
        {
            count++;
        }

        return new QuotaPeriod(SubscriptionCalendar.StartOf(anchor, period, count), SubscriptionCalendar.StartOf(anchor, period, count + 1).AddDays(-1));
    }

    /// <summary>
    /// The period in which <paramref name="day"/> lies where the plan names the day of the month on which the quota is whole again; a month that is too short has it on its last day. The first one begins
    /// with the subscription and has the whole quota.
    /// </summary>
    /// <param name="startsOn">The first day of the subscription.</param>
    /// <param name="resetDay">The day of the month, 1–31.</param>
    /// <param name="day">The day.</param>
    public static QuotaPeriod OfMonth(DateOnly startsOn, int resetDay, DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resetDay, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(resetDay, 31);
        var first = new DateOnly(day.Year, day.Month, 1);
        var from = ResetIn(day >= ResetIn(first, resetDay) ? first : first.AddMonths(-1), resetDay);
        var next = ResetIn(new DateOnly(from.Year, from.Month, 1).AddMonths(1), resetDay);
        return new QuotaPeriod(from < startsOn && startsOn <= day ? startsOn : from, next.AddDays(-1));
    }

    private static DateOnly ResetIn(DateOnly firstOfMonth, int resetDay) => firstOfMonth.AddDays(Math.Min(resetDay, DateTime.DaysInMonth(firstOfMonth.Year, firstOfMonth.Month)) - 1);

    /// <summary>
    /// The period to count in now, given the one that was counted in so far. It is the same until its last day is over; a pause within it makes it longer instead of beginning a new one, and one that
    /// follows never counts a day again.
    /// </summary>
    /// <param name="counted">The period so far, or null: none yet.</param>
    /// <param name="now">What <see cref="Of"/> says of today.</param>
    /// <param name="today">Today.</param>
    public static QuotaPeriod Following(QuotaPeriod? counted, QuotaPeriod now, DateOnly today)
    {
        if (counted is not { } known)
        {
            return now;
        }

        return today <= known.ToOn
            ? now.FromOn > known.FromOn && now.FromOn <= known.ToOn && now.ToOn > known.ToOn ? known with { ToOn = now.ToOn } : known
            : now.FromOn > known.ToOn ? now : now with { FromOn = known.ToOn.AddDays(1) };
    }
}
