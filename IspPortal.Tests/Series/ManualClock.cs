namespace IspPortal.Tests.Series;

/// <summary>A clock that stands until it is set.</summary>
internal sealed class ManualClock(DateTime nowUtc) : TimeProvider
{
    public DateTime NowUtc { get; set; } = nowUtc;

    public override DateTimeOffset GetUtcNow() => new(NowUtc);
}
