namespace IspPortal.Infrastructure.Series;

/// <summary>Where the raw counters of one session stood when they were last read.</summary>
internal readonly record struct SessionCounters(long StartedAtMs, long ReadAtMs, long Down, long Up);
