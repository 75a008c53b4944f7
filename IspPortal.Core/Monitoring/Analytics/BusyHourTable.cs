using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>Sorts hours into the week.</summary>
public static class BusyHourTable
{
    private const int HoursInDay = 24;

    /// <summary>The table of hourly rates in bits per second.</summary>
    /// <param name="hours">Each the end of an hour, its mean rate and its largest one; null was not read.</param>
    /// <param name="zone">In which weekday and hour are told.</param>
    public static BusyHoursReport Of(IEnumerable<SeriesPoint> hours, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(hours);
        var sums = new (double Sum, double Peak, int Count)[7 * HoursInDay];
        foreach (var hour in hours)
        {
            if (hour.Average is not { } average)
            {
                continue;
            }

            // Its middle tells to which hour it belongs, also where a zone is half an hour off.
            var local = TimeZoneInfo.ConvertTimeFromUtc(hour.AtUtc - TimeSpan.FromMinutes(30), zone);
            ref var sum = ref sums[(((int)local.DayOfWeek + 6) % 7 * HoursInDay) + local.Hour];
            sum = (sum.Sum + average, Math.Max(sum.Peak, hour.Maximum ?? average), sum.Count + 1);
        }

        BusyHourCell[] cells = [.. sums.Select((sum, i) => new BusyHourCell(
            (DayOfWeek)(((i / HoursInDay) + 1) % 7), i % HoursInDay, sum.Count == 0 ? null : sum.Sum / sum.Count, sum.Count == 0 ? null : sum.Peak, sum.Count))];
        var read = cells.Where(c => c.Hours > 0).ToArray();
        return new BusyHoursReport(cells, read.MaxBy(c => c.AverageBitsPerSecond), read.MinBy(c => c.AverageBitsPerSecond));
    }
}
