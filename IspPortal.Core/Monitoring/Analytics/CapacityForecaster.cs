namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>Puts a straight line through the daily figures of an interface and says when it meets what the interface carries.</summary>
public static class CapacityForecaster
{
    /// <summary>Fewer days say nothing of weeks to come.</summary>
    public const int FewestDays = 14;

    /// <summary>A day of which less was read is left out: its figure is that of the hours that were read.</summary>
    public const double LeastSeenShare = 0.5;

    private const double DaysInWeek = 7;
    private const double FarthestDays = 5 * 365.25;

    /// <summary>What the days say.</summary>
    /// <param name="days">The days so far, in any order.</param>
    /// <param name="speedBitsPerSecond">What the interface carries, or null: not known.</param>
    public static CapacityForecast Of(IEnumerable<DailyPeak> days, long? speedBitsPerSecond)
    {
        DailyPeak[] read = [.. days.Where(d => d.SeenShare >= LeastSeenShare).OrderBy(d => d.On)];
        if (read.Length < FewestDays || LinearTrend.Of([.. read.Select(d => ((double)d.On.DayNumber - read[^1].On.DayNumber, d.Percentile95BitsPerSecond))]) is not { } trend)
        {
            return new CapacityForecast(CapacityOutlook.TooLittleData, read.Length, null, null, null, null);
        }

        var now = Math.Max(0, trend.At(0));
        var told = new CapacityForecast(CapacityOutlook.Steady, read.Length, now, trend.Slope * DaysInWeek, null, trend.Fit);
        if (speedBitsPerSecond is not { } speed)
        {
            return told with { Outlook = CapacityOutlook.SpeedUnknown };
        }

        if (now >= speed)
        {
            return told with { Outlook = CapacityOutlook.Full, FullOn = read[^1].On };
        }

        var left = trend.Slope > 0 ? (speed - now) / trend.Slope : double.PositiveInfinity;
        return left > FarthestDays ? told : told with { Outlook = CapacityOutlook.Growing, FullOn = read[^1].On.AddDays((int)Math.Ceiling(left)) };
    }
}
