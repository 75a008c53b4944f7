using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>Adds up what accesses used, by business day, from samples and from what a journal says beyond them.</summary>
internal sealed class UsageTally(TimeZoneInfo zone)
{
    private readonly BusinessDays _days = new(zone);

    public Dictionary<(long Access, int Day), UsageCount> Counts { get; } = [];

    public void Add(long key, StoredPoint point)
    {
        var count = SeriesKey.MetricOf(key) switch
        {
            Metric.DownBytes => new UsageCount(point.Sum, 0, point.SeenMs, 0),
            Metric.UpBytes => new UsageCount(0, point.Sum, 0, 0),
            _ => default,
        };
        if (count != default)
        {
            Add(SeriesKey.SubjectOf(key), _days.DayOf(point.EndMs), count);
        }
    }

    public void Add(CounterEntry<long> entry, long atMs)
    {
        if (entry.MoreDownBytes != 0 || entry.MoreUpBytes != 0)
        {
            Add(entry.Access, _days.DayOf(atMs), new UsageCount(entry.MoreDownBytes, entry.MoreUpBytes, 0, 0));
        }

        foreach (var (day, ms) in _days.Split(atMs, entry.UnseenMs))
        {
            Add(entry.Access, day, new UsageCount(0, 0, 0, ms));
        }
    }

    private void Add(long access, int day, UsageCount count) => Counts[(access, day)] = Counts.GetValueOrDefault((access, day)) + count;
}
