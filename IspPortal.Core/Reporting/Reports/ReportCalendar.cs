namespace IspPortal.Core.Reporting.Reports;

/// <summary>Which period a schedule reports, and when.</summary>
public static class ReportCalendar
{
    /// <summary>The last whole period before <paramref name="day"/>.</summary>
    public static ReportPeriod PeriodBefore(ReportCadence cadence, DateOnly day)
    {
        switch (cadence)
        {
            case ReportCadence.Daily:
                return new(day.AddDays(-1), day.AddDays(-1));
            case ReportCadence.Weekly:
                var monday = MondayOf(day);
                return new(monday.AddDays(-7), monday.AddDays(-1));
            case ReportCadence.Monthly:
                var first = new DateOnly(day.Year, day.Month, 1);
                return new(first.AddMonths(-1), first.AddDays(-1));
            default:
                throw new ArgumentOutOfRangeException(nameof(cadence), cadence, null);
        }
    }

    /// <summary>The last moment up to <paramref name="nowUtc"/> at which the schedule was due.</summary>
    /// <param name="cadence">How often.</param>
    /// <param name="hour">The hour of the zone's clock, 0–23; one that a change of summer time leaves out counts as the next.</param>
    /// <param name="zone">The business zone.</param>
    /// <param name="nowUtc">Now.</param>
    public static DateTime LastDueUtc(ReportCadence cadence, int hour, TimeZoneInfo zone, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(nowUtc, zone));
        var due = DueUtc(StartOf(cadence, today), hour, zone);
        return due <= nowUtc ? due : DueUtc(Before(cadence, StartOf(cadence, today)), hour, zone);
    }

    /// <summary>The first moment after <paramref name="nowUtc"/> at which the schedule is due.</summary>
    public static DateTime NextDueUtc(ReportCadence cadence, int hour, TimeZoneInfo zone, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var start = StartOf(cadence, DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(nowUtc, zone)));
        var due = DueUtc(start, hour, zone);
        return due > nowUtc ? due : DueUtc(After(cadence, start), hour, zone);
    }

    /// <summary>The day of the business zone on which a moment lies.</summary>
    public static DateOnly DayOf(DateTime atUtc, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(atUtc, zone));
    }

    /// <summary>When a day begins, in UTC; a midnight that a change of summer time leaves out is the hour after.</summary>
    public static DateTime StartUtc(DateOnly day, TimeZoneInfo zone) => DueUtc(day, 0, zone);

    private static DateTime DueUtc(DateOnly day, int hour, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }

    private static DateOnly StartOf(ReportCadence cadence, DateOnly day) => cadence switch
    {
        ReportCadence.Daily => day,
        ReportCadence.Weekly => MondayOf(day),
        ReportCadence.Monthly => new DateOnly(day.Year, day.Month, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(cadence), cadence, null),
    };

    private static DateOnly Before(ReportCadence cadence, DateOnly start) => cadence switch
    {
        ReportCadence.Daily => start.AddDays(-1),
        ReportCadence.Weekly => start.AddDays(-7),
        _ => start.AddMonths(-1),
    };

    private static DateOnly After(ReportCadence cadence, DateOnly start) => cadence switch
    {
        ReportCadence.Daily => start.AddDays(1),
        ReportCadence.Weekly => start.AddDays(7),
        _ => start.AddMonths(1),
    };

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
