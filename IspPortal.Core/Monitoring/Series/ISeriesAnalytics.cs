using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Monitoring.Series;

/// <summary>Sums up what is kept over time. Needs <see cref="MonitoringPermissions.MonitoringRead"/>. Bad input: <c>common.invalid</c> with its fields.</summary>
public interface ISeriesAnalytics
{
    /// <summary>One series in figures.</summary>
    Task<Result<SeriesStatistics>> StatisticsAsync(SeriesSubject subject, Metric metric, DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken);

    /// <summary>The largest of a group, largest first.</summary>
    /// <param name="query">Which group.</param>
    /// <param name="count">How many, 1–1,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result<IReadOnlyList<SeriesRank>>> TopAsync(SeriesGroupQuery query, int count, CancellationToken cancellationToken);

    /// <summary>All of a group added up, point by point: counters as the sum of rates, gauges as the mean.</summary>
    /// <param name="query">Which group.</param>
    /// <param name="maxPoints">As many points as the chart has pixels, 1–5,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result<SeriesResult>> SumAsync(SeriesGroupQuery query, int maxPoints, CancellationToken cancellationToken);
}
