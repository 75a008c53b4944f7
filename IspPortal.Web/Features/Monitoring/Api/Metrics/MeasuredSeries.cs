namespace IspPortal.Web.Features.Monitoring.Api.Metrics;

/// <summary>One counter, or one histogram when there are bounds, of one set of labels.</summary>
internal sealed class MeasuredSeries(string labels, IReadOnlyList<double>? bounds)
{
    private readonly Lock _gate = new();
    private readonly long[] _buckets = new long[bounds?.Count ?? 0];
    private double _sum;
    private long _count;

    public static IReadOnlyList<double> DefaultBounds { get; } = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    /// <summary>Labels as Prometheus writes them, without braces; empty when there are none.</summary>
    public string Labels => labels;

    /// <summary>Upper bounds, or null for a counter.</summary>
    public IReadOnlyList<double>? Bounds => bounds;

    public void Record(double value)
    {
        lock (_gate)
        {
            _sum += value;
            _count++;
            for (var i = 0; i < _buckets.Length; i++)
            {
                if (value <= bounds![i])
                {
                    _buckets[i]++;
                    break;
                }
            }
        }
    }

    /// <summary>Sum, number, and how many fell into each bucket (not cumulated).</summary>
    public (double Sum, long Count, long[] Buckets) Read()
    {
        lock (_gate)
        {
            return (_sum, _count, [.. _buckets]);
        }
    }
}
