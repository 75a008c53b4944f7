using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Web.Shared.Charts;

namespace IspPortal.Web.Features.Monitoring.Parts;

/// <summary>Reads several metrics of one subject on one time axis, and where it is wished the same of a week before under them.</summary>
internal static class HistoryReading
{
    /// <summary>One value for each metric, then one for each of the week before; what was not read is a gap.</summary>
    public static async Task<Result<HistoryPoints>> ReadAsync(
        ISeriesReader reader, SeriesSubject subject, IReadOnlyList<Metric> metrics, HistoryWindow window, int maxPoints, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var series = new List<(SeriesResult Read, double Scale, TimeSpan Shift)>();
        foreach (var shift in window.Compares ? [TimeSpan.Zero, HistoryWindow.Week] : (TimeSpan[])[TimeSpan.Zero])
        {
            foreach (var metric in metrics)
            {
                var found = await reader.QueryAsync(new SeriesQuery(subject, metric, window.FromUtc - shift, window.ToUtc - shift, maxPoints), cancellationToken);
                if (!found.Succeeded)
                {
                    return found.Error;
                }

                series.Add((found.Value, MetricShow.ScaleOf(metric), shift));
            }
        }

        var axis = series[0].Read;
        var values = series.ConvertAll(s => On(axis, s.Read, s.Scale, s.Shift));
        return new HistoryPoints(axis.Step, [.. axis.Points.Select((point, i) => new ChartPoint(point.AtUtc, [.. values.Select(v => v[i])]))]);
    }

    // Each point of the axis takes the interval in which it lies: what is kept of a week ago may be coarser.
    private static double?[] On(SeriesResult axis, SeriesResult read, double scale, TimeSpan shift)
    {
        var values = new double?[axis.Points.Count];
        var at = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var wanted = axis.Points[i].AtUtc - shift;
            while (at < read.Points.Count && read.Points[at].AtUtc < wanted)
            {
                at++;
            }

            values[i] = at < read.Points.Count && read.Points[at].AtUtc - read.Step < wanted ? read.Points[at].Average * scale : null;
        }

        return values;
    }
}
