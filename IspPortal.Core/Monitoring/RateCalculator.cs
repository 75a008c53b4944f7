namespace IspPortal.Core.Monitoring;

/// <summary>
/// Turns two looks at a counter into growth. RouterOS counts bytes in 64 bits; some drivers behind it count in 32. A counter that went
/// back has wrapped only if the growth this implies is believable; otherwise somebody reset it.
/// </summary>
public static class RateCalculator
{
    /// <summary>Below this a wrap is always believable: 8 Mbit/s.</summary>
    public const long AlwaysPlausibleBitsPerSecond = 8_000_000;

    private const double RateHeadroom = 4;

    /// <summary>The step from <paramref name="previous"/> to <paramref name="current"/>.</summary>
    /// <param name="previous">The earlier look.</param>
    /// <param name="current">The later look.</param>
    /// <param name="longestInterval">Looks further apart than this are a <see cref="CounterStepKind.Gap"/>.</param>
    /// <param name="lastRateBitsPerSecond">The rate of the step before, against which a wrap is judged, or null when there is none.</param>
    public static CounterStep Step(CounterReading previous, CounterReading current, TimeSpan longestInterval, long? lastRateBitsPerSecond = null)
    {
        var interval = current.AtUtc - previous.AtUtc;
        if (previous.Epoch != current.Epoch)
        {
            return new CounterStep(CounterStepKind.Restarted, null, interval);
        }

        if (interval <= TimeSpan.Zero)
        {
            return new CounterStep(CounterStepKind.Gap, null, interval);
        }

        var (kind, amount) = Growth(previous.Value, current.Value, interval, lastRateBitsPerSecond);
        return kind != CounterStepKind.Restarted && interval > longestInterval
            ? new CounterStep(CounterStepKind.Gap, amount, interval)
            : new CounterStep(kind, amount, interval);
    }

    private static (CounterStepKind Kind, long? Amount) Growth(ulong before, ulong after, TimeSpan interval, long? lastRate)
    {
        if (after >= before)
        {
            return after - before <= long.MaxValue ? (CounterStepKind.Grew, (long)(after - before)) : (CounterStepKind.Restarted, null);
        }

        // Unsigned subtraction is the growth through the end of 64 bits; cut to 32 bits it is that of a narrow counter.
        var grown = before <= uint.MaxValue ? unchecked((uint)(after - before)) : unchecked(after - before);
        var plausible = Math.Max(AlwaysPlausibleBitsPerSecond, (lastRate ?? 0) * RateHeadroom) / 8 * interval.TotalSeconds;
        return grown <= plausible ? (CounterStepKind.Wrapped, (long)grown) : (CounterStepKind.Restarted, null);
    }
}
