namespace IspPortal.Core.Monitoring;

/// <summary>What a counter did between two looks.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Amount">By how much it grew, or null when that is unknown (it restarted).</param>
/// <param name="Interval">The true time between the looks.</param>
public readonly record struct CounterStep(CounterStepKind Kind, long? Amount, TimeSpan Interval)
{
    /// <summary>Eight times the growth per second of the true interval; null for a restart or a gap: never zero for what was not seen.</summary>
    public long? RateBitsPerSecond => Kind is CounterStepKind.Grew or CounterStepKind.Wrapped && Amount is { } amount
        ? (long)Math.Min(long.MaxValue, Math.Round(amount * 8.0 / Interval.TotalSeconds))
        : null;
}
