using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace IspPortal.Core.Network.Access;

/// <summary>
/// The speed of a line in RouterOS's own words: <c>rx[/tx] [rx-burst[/tx-burst] [rx-threshold[/tx-threshold] [rx-time[/tx-time] [priority]
/// [rx-min[/tx-min]]]]]</c>, rx being the customer's upload. Two limits that a router treats alike are equal here: what the text leaves out
/// and what it repeats as the default are the same. Source: MikroTik manual, "PPP AAA", rate-limit.
/// </summary>
public sealed record RateLimit
{
    private const int LowestPriority = 8;

    private RateLimit(RatePair rate, RatePair? burst, RatePair? threshold, BurstTimes? burstTime, int priority, RatePair? minimum)
    {
        Rate = rate;
        Burst = burst is { IsZero: false } ? burst : null;
        Threshold = Burst is null || threshold == rate ? null : threshold;
        BurstTime = Burst is null || burstTime == BurstTimes.Default ? null : burstTime;
        Priority = priority;
        Minimum = minimum == rate ? null : minimum;
    }

    /// <summary>The speed held for as long as one likes.</summary>
    public RatePair Rate { get; }

    /// <summary>The speed during a burst; null without bursts.</summary>
    public RatePair? Burst { get; }

    /// <summary>The average above which a burst ends; null: the same as <see cref="Rate"/>, or no burst.</summary>
    public RatePair? Threshold { get; }

    /// <summary>The time of the average; null: one second, or no burst.</summary>
    public BurstTimes? BurstTime { get; }

    /// <summary>1 (first) to 8 (last, the default).</summary>
    public int Priority { get; }

    /// <summary>What the line gets at the least when its parent is full; null: the same as <see cref="Rate"/>.</summary>
    public RatePair? Minimum { get; }

    /// <summary>Makes a limit, or tells by null that RouterOS would refuse it: a priority outside 1–8, or a minimum above the rate.</summary>
    public static RateLimit? TryCreate(
        RatePair rate, RatePair? burst = null, RatePair? threshold = null, BurstTimes? burstTime = null, int priority = LowestPriority, RatePair? minimum = null) =>
        priority is < 1 or > LowestPriority || (minimum is { } min && (Above(min.UploadBitsPerSecond, rate.UploadBitsPerSecond) || Above(min.DownloadBitsPerSecond, rate.DownloadBitsPerSecond)))
            ? null
            : new(rate, burst, threshold, burstTime, priority, minimum);

    /// <summary>Reads the text of a profile, a lease or RADIUS. Empty text is no limit: false and null.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RateLimit? limit)
    {
        limit = null;
        var parts = (text ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > 6 || !RatePair.TryParse(parts[0], out var rate))
        {
            return false;
        }

        RatePair burst = default, threshold = rate, minimum = rate;
        var time = BurstTimes.Default;
        var priority = LowestPriority;
        if ((parts.Length > 1 && !RatePair.TryParse(parts[1], out burst))
            || (parts.Length > 2 && !RatePair.TryParse(parts[2], out threshold))
            || (parts.Length > 3 && !BurstTimes.TryParse(parts[3], out time))
            || (parts.Length > 4 && !int.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out priority))
            || (parts.Length > 5 && !RatePair.TryParse(parts[5], out minimum)))
        {
            return false;
        }

        limit = TryCreate(rate, burst, threshold, time, priority, minimum);
        return limit is not null;
    }

    /// <summary>The shortest text that says the same: a part is left out with everything behind it when all of that is the default.</summary>
    public override string ToString()
    {
        var last = Minimum is not null ? 5 : Priority != LowestPriority ? 4 : BurstTime is not null ? 3 : Threshold is not null ? 2 : Burst is not null ? 1 : 0;
        var text = new StringBuilder(Rate.ToString());
        Append(1, (Burst ?? default).ToString());
        Append(2, (Threshold ?? (Burst is null ? default : Rate)).ToString());
        Append(3, (BurstTime ?? (Burst is null ? default : BurstTimes.Default)).ToString());
        Append(4, Priority.ToString(CultureInfo.InvariantCulture));
        Append(5, (Minimum ?? Rate).ToString());
        return text.ToString();

        void Append(int place, string part)
        {
            if (place <= last)
            {
                text.Append(' ').Append(part);
            }
        }
    }

    // 0 is unlimited, so nothing is above it.
    private static bool Above(long minimum, long rate) => rate != 0 && minimum > rate;
}
