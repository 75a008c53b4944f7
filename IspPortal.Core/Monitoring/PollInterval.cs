namespace IspPortal.Core.Monitoring;

/// <summary>How often a table may be read so that the router spends little of its time on us.</summary>
internal static class PollInterval
{
    /// <summary>Of the router's time, for one of the two tables that are read all day: together at most a tenth.</summary>
    public const double ShareOfTime = 0.05;

    /// <summary>The longest interval to which anything is stretched.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private const double HighLoadFactor = 2;

    /// <summary>The interval to use now.</summary>
    /// <param name="wanted">What the settings say.</param>
    /// <param name="lastDuration">How long the router took for the last good read, or null.</param>
    /// <param name="cpuPercent">Its load, or null when unknown.</param>
    /// <param name="backOffAbove">The load from which to back off.</param>
    public static TimeSpan Next(TimeSpan wanted, TimeSpan? lastDuration, double? cpuPercent, int backOffAbove)
    {
        var affordable = (lastDuration ?? TimeSpan.Zero) / ShareOfTime;
        var interval = affordable > wanted ? affordable : wanted;
        if (cpuPercent > backOffAbove)
        {
            interval *= HighLoadFactor;
        }

        return interval > Longest ? Longest : interval;
    }

    /// <summary>How long a read may take in all: the interval, thrice the last good one, and a minute while none was good yet.</summary>
    public static TimeSpan Deadline(TimeSpan interval, TimeSpan? lastDuration)
    {
        var longest = lastDuration is { } last ? last * 3 : TimeSpan.FromSeconds(60);
        return longest > interval ? longest : interval;
    }
}
