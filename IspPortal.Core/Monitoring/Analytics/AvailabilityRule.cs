using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>Judges a time. What is excused is taken out first, then what was not read; of the rest everything that was not up was down.</summary>
public static class AvailabilityRule
{
    private static readonly TimeSpan Blink = TimeSpan.FromMinutes(2);

    /// <summary>How <paramref name="window"/> was spent.</summary>
    /// <param name="window">The time that is looked at.</param>
    /// <param name="up">When it worked.</param>
    /// <param name="unread">When nobody looked.</param>
    /// <param name="excused">What counts for nobody.</param>
    public static Availability Judge(TimeSlice window, IEnumerable<TimeSlice> up, IEnumerable<TimeSlice> unread, IEnumerable<TimeSlice> excused)
    {
        var counts = TimeSlices.Without([window], excused);
        var excusedFor = window.Length - TimeSlices.LengthOf(counts);
        var read = TimeSlices.Without(counts, unread);
        var readFor = TimeSlices.LengthOf(read);
        var downFor = TimeSlices.LengthOf(TimeSlices.Without(read, up));
        return new Availability(readFor - downFor, downFor, window.Length - excusedFor - readFor, excusedFor);
    }

    /// <summary>How often sessions ended and none followed within two minutes, in time that counts.</summary>
    public static int LossesIn(TimeSlice window, IEnumerable<TimeSlice> up, IEnumerable<TimeSlice> unread, IEnumerable<TimeSlice> excused)
    {
        var ups = TimeSlices.Within(up, window);
        var gaps = TimeSlices.Without(ups.Count == 0 ? [] : [new TimeSlice(ups[0].FromUtc, window.ToUtc)], ups).Where(gap => gap.Length > Blink);
        IReadOnlyList<TimeSlice> aside = [.. unread, .. excused];
        // One that began in time that counts.
        return gaps.Count(gap => !aside.Any(a => a.FromUtc <= gap.FromUtc && a.ToUtc > gap.FromUtc));
    }

    /// <summary>
    /// The points of a metric that is 100 or 0 as stretches: its mean says which share of the interval was up, the first part of it by convention. A gap was not read.
    /// </summary>
    public static (IReadOnlyList<TimeSlice> Up, IReadOnlyList<TimeSlice> Unread) Read(SeriesResult points, TimeSlice window)
    {
        ArgumentNullException.ThrowIfNull(points);
        var (up, unread, at) = (new List<TimeSlice>(), new List<TimeSlice>(), window.FromUtc);
        foreach (var point in points.Points)
        {
            var from = point.AtUtc - points.Step;
            if (from > at)
            {
                unread.Add(new TimeSlice(at, from));
            }

            if (point.Average is { } percent)
            {
                up.Add(new TimeSlice(from, from + (points.Step * (Math.Clamp(percent, 0, 100) / 100))));
            }
            else
            {
                unread.Add(new TimeSlice(from, point.AtUtc));
            }

            at = point.AtUtc > at ? point.AtUtc : at;
        }

        unread.Add(new TimeSlice(at, window.ToUtc));
        return (TimeSlices.Within(up, window), TimeSlices.Within(unread, window));
    }
}
