namespace IspPortal.Tests.Support;

/// <summary>A clock that stands until a test moves it. Timers run on real time: only "now" and elapsed time are in the test's hand.</summary>
public sealed class ManualClock(DateTimeOffset? start = null) : TimeProvider
{
    private long _ticks = (start ?? new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero)).UtcTicks;

    public DateTime NowUtc
    {
        get => GetUtcNow().UtcDateTime;
        set => Interlocked.Exchange(ref _ticks, value.Ticks);
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
