using IspPortal.Core.Reporting.Reports;

namespace IspPortal.Tests.Reporting.Reports;

/// <summary>Which period a schedule is about, and when, in zones with and without summer time.</summary>
public sealed class ReportCalendarTests
{
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData(ReportCadence.Daily, "2026-03-01", "2026-02-28", "2026-02-28")]
    [InlineData(ReportCadence.Weekly, "2026-11-23", "2026-11-16", "2026-11-22")]
    [InlineData(ReportCadence.Weekly, "2026-11-29", "2026-11-16", "2026-11-22")]
    [InlineData(ReportCadence.Monthly, "2026-01-01", "2025-12-01", "2025-12-31")]
    [InlineData(ReportCadence.Monthly, "2028-03-31", "2028-02-01", "2028-02-29")]
    public void The_whole_period_before_is_meant(ReportCadence cadence, string day, string from, string to) =>
        Assert.Equal(new ReportPeriod(Day(from), Day(to)), ReportCalendar.PeriodBefore(cadence, Day(day)));

    [Theory]
    [InlineData(ReportCadence.Daily, "2026-11-27T22:59:59Z", "2026-11-26T23:00:00Z", "2026-11-27T23:00:00Z")]
    [InlineData(ReportCadence.Daily, "2026-11-27T23:00:00Z", "2026-11-27T23:00:00Z", "2026-11-28T23:00:00Z")]
    [InlineData(ReportCadence.Weekly, "2026-11-27T00:00:00Z", "2026-11-22T23:00:00Z", "2026-11-29T23:00:00Z")]
    [InlineData(ReportCadence.Monthly, "2026-11-27T00:00:00Z", "2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z")]
    public void At_six_in_Jakarta_it_is_due(ReportCadence cadence, string now, string last, string next)
    {
        Assert.Equal(Utc(last), ReportCalendar.LastDueUtc(cadence, 6, Jakarta, Utc(now)));
        Assert.Equal(Utc(next), ReportCalendar.NextDueUtc(cadence, 6, Jakarta, Utc(now)));
    }

    [Fact]
    public void An_hour_that_summer_time_leaves_out_is_the_next_one()
    {
        // On 29 March 2026 Berlin has no 02:xx.
        Assert.Equal(Utc("2026-03-29T01:00:00Z"), ReportCalendar.LastDueUtc(ReportCadence.Daily, 2, Berlin, Utc("2026-03-29T12:00:00Z")));
        Assert.Equal(Utc("2026-03-30T00:00:00Z"), ReportCalendar.NextDueUtc(ReportCadence.Daily, 2, Berlin, Utc("2026-03-29T12:00:00Z")));
    }

    [Fact]
    public void A_day_of_a_change_of_summer_time_has_its_own_length()
    {
        Assert.Equal(TimeSpan.FromHours(23), ReportCalendar.StartUtc(Day("2026-03-30"), Berlin) - ReportCalendar.StartUtc(Day("2026-03-29"), Berlin));
        Assert.Equal(TimeSpan.FromHours(25), ReportCalendar.StartUtc(Day("2026-10-26"), Berlin) - ReportCalendar.StartUtc(Day("2026-10-25"), Berlin));
    }

    /// <summary>Over a year, minute by step: what was due last never goes back, and every period comes once.</summary>
    [Theory]
    [InlineData(ReportCadence.Daily, 365)]
    [InlineData(ReportCadence.Weekly, 52)]
    [InlineData(ReportCadence.Monthly, 12)]
    public void Every_period_of_a_year_comes_once(ReportCadence cadence, int periods)
    {
        var (last, seen) = (ReportCalendar.LastDueUtc(cadence, 2, Berlin, Utc("2026-01-01T12:00:00Z")), new List<ReportPeriod>());
        for (var now = Utc("2026-01-01T12:00:00Z"); now < Utc("2027-01-01T12:00:00Z"); now = now.AddMinutes(17))
        {
            var due = ReportCalendar.LastDueUtc(cadence, 2, Berlin, now);
            Assert.True(due >= last && due <= now);
            if (due > last)
            {
                last = due;
                seen.Add(ReportCalendar.PeriodBefore(cadence, ReportCalendar.DayOf(due, Berlin)));
            }
        }

        Assert.Equal(periods, seen.Count);
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.Equal(pair.First.ToOn.AddDays(1), pair.Second.FromOn));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTime Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
