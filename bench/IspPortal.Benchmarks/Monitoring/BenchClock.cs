namespace IspPortal.Benchmarks.Monitoring;

/// <summary>A clock that stands where it is put; what passes is real.</summary>
internal sealed class BenchClock(DateTime now) : TimeProvider
{
    public DateTime Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => new(Now);
}
