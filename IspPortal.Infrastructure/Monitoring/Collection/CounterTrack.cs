using IspPortal.Core.Monitoring;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>One counter over its polls.</summary>
/// <param name="totalBefore">What was counted up to <paramref name="counterBefore"/>, when an earlier track of the same counter is continued.</param>
/// <param name="counterBefore">Where the counter stood then.</param>
internal sealed class CounterTrack(long? totalBefore = null, long? counterBefore = null)
{
    private CounterReading? _last;
    private long? _epoch;

    /// <summary>Bits per second over the last step; null until two looks have seen it.</summary>
    public long? Rate { get; private set; }

    /// <summary>What was counted in all. Null before the first look.</summary>
    public long? Total { get; private set; } = counterBefore is null ? null : totalBefore;

    /// <summary>Where the counter stood when <see cref="Total"/> was worked out: both together are what a later track goes on from.</summary>
    public long? Counter { get; private set; } = totalBefore is null ? null : counterBefore;

    /// <summary>Takes a look; the step since the one before, or null for the first.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="longestInterval">Looks further apart give no rate.</param>
    /// <param name="countsFromItsStart">Whether the first look's value counts: the counter began with what is counted.</param>
    public CounterStep? Look(CounterReading reading, TimeSpan longestInterval, bool countsFromItsStart = true)
    {
        CounterStep? step = _last is { } last ? RateCalculator.Step(last, reading, longestInterval, Rate) : null;
        Count(reading, step, countsFromItsStart);
        _last = reading;
        _epoch = reading.Epoch;
        Rate = step?.RateBitsPerSecond;
        return step;
    }

    /// <summary>The counter could not be read: no rate until two looks have seen it again. What it grew meanwhile is counted then.</summary>
    public void Lose()
    {
        _last = null;
        Rate = null;
    }

    private void Count(CounterReading reading, CounterStep? step, bool countsFromItsStart)
    {
        var value = Whole(reading.Value);
        if (Counter is not { } before)
        {
            Total = countsFromItsStart ? value : 0;
        }
        else if (step is { Kind: CounterStepKind.Wrapped, Amount: { } amount })
        {
            Total += amount;
        }
        else
        {
            // After a new start the counter itself says what came since.
            Total += (_epoch ?? reading.Epoch) == reading.Epoch && value >= before ? value - before : value;
        }

        Counter = value;
    }

    private static long Whole(ulong value) => (long)Math.Min(value, long.MaxValue);
}
