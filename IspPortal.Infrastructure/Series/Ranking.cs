using System.Runtime.InteropServices;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>Adds up each series of a group and gives the largest.</summary>
internal sealed class Ranking(SeriesGroupQuery query, Func<long, SeriesSubject?> names)
{
    private readonly long _fromMs = ChartStep.ToMs(query.FromUtc);
    private readonly long _toMs = ChartStep.ToMs(query.ToUtc);
    private readonly bool _counter = SeriesKey.IsCounter(query.Metric);
    private readonly Dictionary<long, StoredPoint> _totals = [];

    public void Add(long key, StoredPoint point)
    {
        if (SeriesKey.MetricOf(key) != query.Metric || point.EndMs <= _fromMs || point.EndMs > Math.Max(_toMs, RollUp.BucketEnd(_toMs, RollUp.FiveMinutesMs)))
        {
            return;
        }

        ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(_totals, key, out var known);
        total = known ? new StoredPoint(0, total.SeenMs + point.SeenMs, total.Sum + point.Sum, Math.Max(total.Max, point.Max)) : point;
    }

    public List<SeriesRank> Largest(int count)
    {
        var queue = new PriorityQueue<long, double>();
        foreach (var (key, total) in _totals)
        {
            if (names(SeriesKey.SubjectOf(key))?.Kind != query.Kind)
            {
                continue;
            }

            if (queue.Count < count)
            {
                queue.Enqueue(key, SumOf(total));
            }
            else
            {
                queue.EnqueueDequeue(key, SumOf(total));
            }
        }

        return
        [
            .. queue.UnorderedItems.Select(static item => item.Element).Select(key => (names(SeriesKey.SubjectOf(key))!.Value, Total: _totals[key]))
                .OrderByDescending(t => SumOf(t.Total)).ThenBy(static t => t.Value.Id).ThenBy(static t => t.Value.Name, StringComparer.Ordinal)
                .Select(t => new SeriesRank(t.Value, SumOf(t.Total), _counter ? t.Total.Max : t.Total.Max / 100.0, TimeSpan.FromMilliseconds(t.Total.SeenMs))),
        ];
    }

    private double SumOf(StoredPoint total) => _counter ? total.Sum : total.SeenMs > 0 ? total.Sum / 100.0 / total.SeenMs : 0;
}
