using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Web.Shared.Charts;

namespace IspPortal.Web.Features.Routers.Parts;

/// <summary>Reads several metrics of one subject and lays them on one time axis.</summary>
internal static class SeriesPoints
{
    private const double BitsPerByte = 8;

    /// <summary>
    /// The points of <paramref name="metrics"/> between the two moments, one value per metric in their order. Counters of bytes become bits
    /// per second. A moment that one metric lacks is a gap of that metric.
    /// </summary>
    public static async Task<Result<IReadOnlyList<ChartPoint>>> ReadAsync(
        ISeriesReader reader, SeriesSubject subject, IReadOnlyList<Metric> metrics, DateTime fromUtc, DateTime toUtc, int maxPoints, CancellationToken cancellationToken)
    {
        var moments = new SortedDictionary<DateTime, double?[]>();
        for (var index = 0; index < metrics.Count; index++)
        {
            var found = await reader.QueryAsync(new SeriesQuery(subject, metrics[index], fromUtc, toUtc, maxPoints), cancellationToken);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var scale = IsBytes(metrics[index]) ? BitsPerByte : 1;
            foreach (var point in found.Value.Points)
            {
                if (!moments.TryGetValue(point.AtUtc, out var values))
                {
                    moments[point.AtUtc] = values = new double?[metrics.Count];
                }

                values[index] = point.Average * scale;
            }
        }

        return moments.Select(moment => new ChartPoint(moment.Key, moment.Value)).ToArray();
    }

    private static bool IsBytes(Metric metric) => metric is Metric.DownBytes or Metric.UpBytes or Metric.RxBytes or Metric.TxBytes;
}
