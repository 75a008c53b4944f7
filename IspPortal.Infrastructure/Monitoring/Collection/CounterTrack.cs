using IspPortal.Core.Monitoring;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>One counter over its polls.</summary>
internal sealed class CounterTrack
{
    private CounterReading? _last;

    /// <summary>Bits per second over the last step; null until two looks have seen it.</summary>
    public long? Rate { get; private set; }

    /// <summary>What was counted in all: the first look and all growth since. Null before the first look.</summary>
    public long? Total { get; private set; }

    /// <summary>Takes a look; the step since the one before, or null for the first.</summary>
    public CounterStep? Look(CounterReading reading, TimeSpan longestInterval)
    {
        if (_last is not { } last)
        {
            _last = reading;
            Total ??= Whole(reading.Value);
            return null;
        }

        var step = RateCalculator.Step(last, reading, longestInterval, Rate);
        _last = reading;
        Rate = step.RateBitsPerSecond;

        // After a new start the counter itself says what came since.
        Total = (Total ?? 0) + (step.Amount ?? (step.Kind == CounterStepKind.Restarted ? Whole(reading.Value) : 0));
        return step;
    }

    /// <summary>The counter could not be read: no rate until two looks have seen it again.</summary>
    public void Lose()
    {
        _last = null;
        Rate = null;
    }

    private static long Whole(ulong value) => (long)Math.Min(value, long.MaxValue);
}
