using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>
/// Folds stored points into the points of a chart. A point counts in every chart interval it overlaps, by its share, so that polls which drift
/// a little leave no false gaps; an interval that no point overlaps is a gap.
/// </summary>
internal sealed class ChartFolder
{
    private readonly bool _counter;
    private readonly long _startMs;
    private readonly long _stepMs;
    private readonly double[] _sums;
    private readonly double[] _seen;
    private readonly double[] _maxima;

    public ChartFolder(Metric metric, long startMs, long stepMs, int count)
    {
        _counter = SeriesKey.IsCounter(metric);
        _startMs = startMs;
        _stepMs = stepMs;
        _sums = new double[count];
        _seen = new double[count];
        _maxima = new double[count];
    }

    public void Add(StoredPoint point)
    {
        // A roll-up's seen time may be less than its width; where in it is not known, so it counts as its end part.
        var length = Math.Max(1, point.SeenMs);
        var from = point.EndMs - length;
        var first = Math.Max(0, (from - _startMs) / _stepMs);
        for (var i = first; i < _sums.Length; i++)
        {
            var bucketStart = _startMs + (i * _stepMs);
            if (bucketStart >= point.EndMs)
            {
                break;
            }

            var overlap = Math.Min(point.EndMs, bucketStart + _stepMs) - Math.Max(from, bucketStart);
            if (overlap > 0)
            {
                _sums[i] += point.Sum * ((double)overlap / length);
                _maxima[i] = _seen[i] == 0 ? point.Max : Math.Max(_maxima[i], point.Max);
                _seen[i] += overlap;
            }
        }
    }

    public List<SeriesPoint> ToPoints()
    {
        var points = new List<SeriesPoint>(_sums.Length);
        for (var i = 0; i < _sums.Length; i++)
        {
            var end = DateTime.UnixEpoch.AddMilliseconds(_startMs + ((i + 1) * _stepMs));
            points.Add(_seen[i] == 0
                ? new SeriesPoint(end, null, null)
                : _counter
                    ? new SeriesPoint(end, _sums[i] * 1000 / _seen[i], _maxima[i])
                    : new SeriesPoint(end, _sums[i] / _seen[i] / 100, _maxima[i] / 100));
        }

        return points;
    }
}
