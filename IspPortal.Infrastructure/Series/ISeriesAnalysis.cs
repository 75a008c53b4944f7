using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>Sums over what is kept.</summary>
internal interface ISeriesAnalysis
{
    Task<SeriesStatistics> StatisticsAsync(SeriesSubject subject, Metric metric, DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken);

    Task<IReadOnlyList<SeriesRank>> TopAsync(SeriesGroupQuery query, int count, CancellationToken cancellationToken);

    Task<SeriesResult> SumAsync(SeriesGroupQuery query, int maxPoints, CancellationToken cancellationToken);
}
