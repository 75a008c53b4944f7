using IspPortal.Core.Monitoring.Analytics;

namespace IspPortal.Core.Reporting.Reports;

/// <summary>When something that grows will be full, if it goes on like this.</summary>
public static class LimitForecast
{
    /// <summary>So many days must be known before anything is said.</summary>
    public const int FewestDays = 14;

    /// <summary>What is further away than this is not said: weeks do not know years.</summary>
    public const int FarthestDays = 730;

    /// <summary>The day on which a straight line through the days reaches <paramref name="limit"/>: the last day when it is there, null when too few days are known, it does not grow, or it takes too long.</summary>
    /// <param name="days">The days and their values; those that were not read are left out.</param>
    /// <param name="limit">What it may reach.</param>
    public static DateOnly? DayOf(IReadOnlyList<(DateOnly On, double Value)> days, double limit)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Count < FewestDays)
        {
            return null;
        }

        var last = days.Max(day => day.On);
        if (LinearTrend.Of([.. days.Select(day => ((double)day.On.DayNumber - last.DayNumber, day.Value))]) is not { } trend)
        {
            return null;
        }

        var left = trend.At(0) >= limit ? 0 : trend.Slope > 0 ? Math.Ceiling((limit - trend.At(0)) / trend.Slope) : double.PositiveInfinity;
        return left <= FarthestDays ? last.AddDays((int)left) : null;
    }
}
