namespace IspPortal.Infrastructure.Series;

/// <summary>Which business day a moment belongs to. A moment that ends an interval belongs to the day of what lies before it.</summary>
internal sealed class BusinessDays(TimeZoneInfo zone)
{
    private long _fromMs;
    private long _toMs;
    private int _day;

    public int DayOf(long endMs)
    {
        if (endMs <= _fromMs || endMs > _toMs)
        {
            Find(endMs - 1);
        }

        return _day;
    }

    /// <summary>The parts of a stretch that ends at <paramref name="endMs"/>, by the days they lie in.</summary>
    public IEnumerable<(int Day, long Ms)> Split(long endMs, long lengthMs)
    {
        while (lengthMs > 0)
        {
            var day = DayOf(endMs);
            var part = Math.Min(lengthMs, endMs - _fromMs);
            yield return (day, part);
            (endMs, lengthMs) = (endMs - part, lengthMs - part);
        }
    }

    /// <summary>When the day begins, in milliseconds since 1970.</summary>
    public long StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);

        // Where clocks are set forward at midnight, the day begins later by the clock.
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        // Where it comes twice, the earlier one begins the day.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return (local - offset - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
    }

    private void Find(long insideMs)
    {
        var utc = DateTime.UnixEpoch.AddMilliseconds(insideMs);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
        (_fromMs, _toMs, _day) = (StartOf(day), StartOf(day.AddDays(1)), day.DayNumber);
    }
}
