namespace IspPortal.Tests.Monitoring;

/// <summary>The system's clock, some times faster: time-outs and retries pass in a fraction of their length, in the right order.</summary>
internal sealed class AcceleratedClock(double factor) : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();
    private readonly long _startTimestamp = System.GetTimestamp();

    public override long TimestampFrequency => (long)(System.TimestampFrequency / factor);

    public override DateTimeOffset GetUtcNow() => _start + (System.GetElapsedTime(_startTimestamp) * factor);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Scale(dueTime), Scale(period));

    private TimeSpan Scale(TimeSpan span) => span <= TimeSpan.Zero ? span : span / factor;
}
