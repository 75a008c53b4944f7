using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Web.Shared.Charts;

/// <summary>Down and up of one subject as the points of a chart, in bits per second.</summary>
internal static class TrafficHistory
{
    private const double BitsPerByte = 8;

    /// <summary>Reads both directions. Interfaces count from the router's side, so for them down is what it sent.</summary>
    public static async Task<Result<TrafficRange>> ReadAsync(ISeriesReader history, SeriesSubject subject, DateTime fromUtc, DateTime toUtc, int maxPoints, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(history);
        var (downMetric, upMetric) = subject.Kind == SeriesSubjectKind.Interface ? (Metric.TxBytes, Metric.RxBytes) : (Metric.DownBytes, Metric.UpBytes);
        var down = await history.QueryAsync(new SeriesQuery(subject, downMetric, fromUtc, toUtc, maxPoints), cancellationToken);
        if (!down.Succeeded)
        {
            return down.Error;
        }

        var up = await history.QueryAsync(new SeriesQuery(subject, upMetric, fromUtc, toUtc, maxPoints), cancellationToken);
        return up.Succeeded ? Join(down.Value, up.Value) : up.Error;
    }

    private static TrafficRange Join(SeriesResult down, SeriesResult up)
    {
        var ups = up.Points.ToDictionary(point => point.AtUtc);
        var points = down.Points
            .Select(point => new ChartPoint(point.AtUtc, point.Average * BitsPerByte, ups.TryGetValue(point.AtUtc, out var other) ? other.Average * BitsPerByte : null))
            .ToArray();
        return new TrafficRange(down.Step, points, Peak(down), Peak(up));
    }

    private static long? Peak(SeriesResult series) => series.Points.Max(point => point.Maximum) is { } peak ? (long)(peak * BitsPerByte) : null;
}
