namespace IspPortal.Infrastructure.Series;

/// <summary>
/// One interval of one series as it is kept. Counters: <paramref name="Sum"/> is the growth, <paramref name="Max"/> the largest rate in units per
/// second. Gauges, in hundredths: <paramref name="Sum"/> is value × seen milliseconds, <paramref name="Max"/> the largest value.
/// </summary>
internal readonly record struct StoredPoint(long EndMs, long SeenMs, long Sum, long Max);
