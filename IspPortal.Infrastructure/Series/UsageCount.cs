namespace IspPortal.Infrastructure.Series;

/// <summary>What one access used, in bytes and milliseconds.</summary>
internal readonly record struct UsageCount(long Down, long Up, long SeenMs, long UnseenMs)
{
    public static UsageCount operator +(UsageCount a, UsageCount b) => new(a.Down + b.Down, a.Up + b.Up, a.SeenMs + b.SeenMs, a.UnseenMs + b.UnseenMs);
}
