using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Tests.Monitoring.Analytics;

public sealed class FindingBusyHoursTests
{
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    // Monday, 00:00 in Jakarta.
    private static readonly DateTime Monday = new(2026, 11, 1, 17, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_evening_hour_in_the_zone_of_the_business_is_the_busiest()
    {
        // Two weeks; Saturday 20:00–21:00 is the peak, Tuesday 04:00–05:00 the trough.
        var hours = Enumerable.Range(0, 14 * 24).Select(i => new SeriesPoint(Monday.AddHours(i + 1), (i % 168) switch { (5 * 24) + 20 => 900 + (i / 168 * 100), 24 + 4 => 10, _ => 100 }, 1_000 + i));
        var report = BusyHourTable.Of(hours, Jakarta);
        Assert.Equal(168, report.Cells.Count);
        Assert.Equal((DayOfWeek.Saturday, 20, 950.0, 2), (report.Busiest!.Day, report.Busiest.Hour, report.Busiest.AverageBitsPerSecond!.Value, report.Busiest.Hours));
        Assert.Equal((DayOfWeek.Tuesday, 4), (report.Quietest!.Day, report.Quietest.Hour));
        Assert.Equal(1_000 + 168 + (5 * 24) + 20, report.At(DayOfWeek.Saturday, 20).PeakBitsPerSecond);
        Assert.All(report.Cells, cell => Assert.Same(cell, report.At(cell.Day, cell.Hour)));
    }

    [Fact]
    public void An_hour_that_was_not_read_is_not_a_quiet_one()
    {
        var report = BusyHourTable.Of([new(Monday.AddHours(1), 50, 60), new(Monday.AddHours(2), null, null)], Jakarta);
        Assert.Equal((0, null), (report.At(DayOfWeek.Monday, 1).Hours, report.At(DayOfWeek.Monday, 1).AverageBitsPerSecond));
        Assert.Equal((DayOfWeek.Monday, 0), (report.Quietest!.Day, report.Quietest.Hour));
        Assert.Equal((null, null), (BusyHourTable.Of([], Jakarta).Busiest, BusyHourTable.Of([], Jakarta).Quietest));
    }

    [Fact]
    public void Summer_time_moves_the_hour_with_the_people()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        // 20:00–21:00 there, before and after the clocks were put back on 25 October 2026.
        var report = BusyHourTable.Of([new(new(2026, 10, 24, 19, 0, 0, DateTimeKind.Utc), 10, 10), new(new(2026, 10, 31, 20, 0, 0, DateTimeKind.Utc), 30, 30)], zone);
        Assert.Equal((2, 20.0), (report.At(DayOfWeek.Saturday, 20).Hours, report.At(DayOfWeek.Saturday, 20).AverageBitsPerSecond!.Value));
    }
}
