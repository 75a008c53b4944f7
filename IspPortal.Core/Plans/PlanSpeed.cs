using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Plans;

/// <summary>The speed that is sold, in bits per second, seen from the customer.</summary>
/// <param name="DownBitsPerSecond">To the customer.</param>
/// <param name="UpBitsPerSecond">From the customer.</param>
public sealed record PlanSpeed(long DownBitsPerSecond, long UpBitsPerSecond)
{
    /// <summary>During a burst; null without bursts. Both or neither.</summary>
    public long? BurstDownBitsPerSecond { get; init; }

    /// <summary>During a burst; null without bursts.</summary>
    public long? BurstUpBitsPerSecond { get; init; }

    /// <summary>The share of the speed, in percent, above which a burst ends; null: 100.</summary>
    public int? BurstThresholdPercent { get; init; }

    /// <summary>Over how long the router averages; null: 1 s.</summary>
    public int? BurstSeconds { get; init; }

    /// <summary>The same as routers write it.</summary>
    public RateLimit ToRateLimit()
    {
        var rate = new RatePair(UpBitsPerSecond, DownBitsPerSecond);
        RatePair? burst = BurstDownBitsPerSecond is { } down && BurstUpBitsPerSecond is { } up ? new RatePair(up, down) : null;
        RatePair? threshold = burst is null || BurstThresholdPercent is not { } percent ? null : new RatePair(Share(UpBitsPerSecond, percent), Share(DownBitsPerSecond, percent));
        BurstTimes? time = burst is null || BurstSeconds is not { } seconds ? null : new BurstTimes(seconds, seconds);
        return RateLimit.TryCreate(rate, burst, threshold, time)!;
    }

    /// <summary>Every rate times <paramref name="percent"/> / 100, in whole kbit/s.</summary>
    public PlanSpeed Scaled(int percent) => this with
    {
        DownBitsPerSecond = Share(DownBitsPerSecond, percent),
        UpBitsPerSecond = Share(UpBitsPerSecond, percent),
        BurstDownBitsPerSecond = BurstDownBitsPerSecond is { } down ? Share(down, percent) : null,
        BurstUpBitsPerSecond = BurstUpBitsPerSecond is { } up ? Share(up, percent) : null,
    };

    // Routers write rates in k: what lies below it would only make the text long.
    private static long Share(long rate, int percent) => Math.Max(1_000, checked(rate * percent) / 100 / 1_000 * 1_000);
}
