using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Reporting.Reports.Content;

namespace IspPortal.Infrastructure.Reporting.Reports;

/// <summary>Series in the form that reports need.</summary>
internal sealed class ReportSeriesReader(ISeriesReader history, ISeriesAnalytics analytics)
{
    public const double BitsPerByte = 8;

    private const int Most = 1_000;
    private const int ChartPoints = 400;

    /// <summary>One metric of every router of the brief that has it.</summary>
    public async Task<Result<IReadOnlyDictionary<Guid, SeriesRank>>> RoutersAsync(Metric metric, ReportBrief brief, CancellationToken cancellationToken)
    {
        var top = await analytics.TopAsync(new SeriesGroupQuery(SeriesSubjectKind.Router, metric, brief.FromUtc, brief.ToUtc), Most, cancellationToken);
        return top.Succeeded
            ? top.Value.Where(rank => brief.Routers.ContainsKey(rank.Subject.Id)).GroupBy(rank => rank.Subject.Id).ToDictionary(group => group.Key, group => group.First())
            : top.Error;
    }

    /// <summary>The largest of a kind on the brief's routers.</summary>
    public async Task<Result<IReadOnlyList<SeriesRank>>> TopAsync(SeriesSubjectKind kind, Metric metric, ReportBrief brief, int count, CancellationToken cancellationToken)
    {
        if (brief.IsAll)
        {
            return await analytics.TopAsync(new SeriesGroupQuery(kind, metric, brief.FromUtc, brief.ToUtc), count, cancellationToken);
        }

        List<SeriesRank> all = [];
        foreach (var routerId in brief.Routers.Keys)
        {
            var top = await analytics.TopAsync(new SeriesGroupQuery(kind, metric, brief.FromUtc, brief.ToUtc, routerId), count, cancellationToken);
            if (!top.Succeeded)
            {
                return top.Error;
            }

            all.AddRange(top.Value);
        }

        return all.OrderByDescending(rank => rank.Sum).Take(count).ToList();
    }

    /// <summary>Traffic towards or from customers in bits per second: of the network, or the lines of the brief's routers added up.</summary>
    public async Task<Result<IReadOnlyList<ReportPoint>>> TrafficAsync(Metric metric, ReportBrief brief, CancellationToken cancellationToken)
    {
        if (brief.IsAll)
        {
            var network = await history.QueryAsync(new SeriesQuery(SeriesSubject.Network, metric, brief.FromUtc, brief.ToUtc, ChartPoints), cancellationToken);
            return network.Succeeded ? Points(network.Value, brief, BitsPerByte) : network.Error;
        }

        List<SeriesResult> parts = [];
        foreach (var routerId in brief.Routers.Keys)
        {
            var sum = await analytics.SumAsync(new SeriesGroupQuery(SeriesSubjectKind.Access, metric, brief.FromUtc, brief.ToUtc, routerId), ChartPoints, cancellationToken);
            if (!sum.Succeeded)
            {
                return sum.Error;
            }

            parts.Add(sum.Value);
        }

        return Added(parts, brief);
    }

    /// <summary>A gauge of the network or of one router.</summary>
    public async Task<Result<IReadOnlyList<ReportPoint>>> GaugeAsync(SeriesSubject subject, Metric metric, ReportBrief brief, CancellationToken cancellationToken)
    {
        var read = await history.QueryAsync(new SeriesQuery(subject, metric, brief.FromUtc, brief.ToUtc, ChartPoints), cancellationToken);
        return read.Succeeded ? Points(read.Value, brief, 1) : read.Error;
    }

    /// <summary>The mean of a gauge over all routers.</summary>
    public async Task<Result<IReadOnlyList<ReportPoint>>> MeanAsync(Metric metric, ReportBrief brief, CancellationToken cancellationToken)
    {
        var read = await analytics.SumAsync(new SeriesGroupQuery(SeriesSubjectKind.Router, metric, brief.FromUtc, brief.ToUtc), ChartPoints, cancellationToken);
        return read.Succeeded ? Points(read.Value, brief, 1) : read.Error;
    }

    /// <summary>The largest value of each day of a gauge; days that were not read are left out.</summary>
    public async Task<Result<IReadOnlyList<(DateOnly On, double Value)>>> DailyPeaksAsync(SeriesSubject subject, Metric metric, ReportBrief brief, CancellationToken cancellationToken)
    {
        var read = await history.QueryAsync(new SeriesQuery(subject, metric, brief.FromUtc, brief.ToUtc, Math.Clamp(brief.Period.Days * 24, 24, 5_000)), cancellationToken);
        return read.Succeeded
            ? read.Value.Points.Where(point => point.Maximum is not null).GroupBy(point => DateOnly.FromDateTime(brief.ToLocal(point.AtUtc.AddTicks(-1)))).OrderBy(day => day.Key).Select(day => (day.Key, day.Max(point => point.Maximum!.Value))).ToList()
            : read.Error;
    }

    private static List<ReportPoint> Points(SeriesResult series, ReportBrief brief, double factor) => [.. series.Points.Select(point => new ReportPoint(brief.ToLocal(point.AtUtc), point.Average * factor))];

    /// <summary>What one router was not read at is left out of the sum; where none was read is a gap.</summary>
    private static List<ReportPoint> Added(IReadOnlyList<SeriesResult> parts, ReportBrief brief) =>
    [
        .. parts.SelectMany(part => part.Points).GroupBy(point => point.AtUtc).OrderBy(group => group.Key)
            .Select(group => new ReportPoint(brief.ToLocal(group.Key), group.Any(point => point.Average is not null) ? group.Sum(point => point.Average ?? 0) * BitsPerByte : null)),
    ];
}
