using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring;

internal sealed class SeriesAnalytics(ISeriesAnalysis analysis, ICurrentActor actor) : ISeriesAnalytics
{
    private const int MostPoints = 5_000;
    private const int MostRanks = 1_000;

    public async Task<Result<SeriesStatistics>> StatisticsAsync(SeriesSubject subject, Metric metric, DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken) =>
        Refuse(metric, fromUtc, toUtc) is { } refused ? refused : await analysis.StatisticsAsync(subject, metric, fromUtc, toUtc, cancellationToken);

    public async Task<Result<IReadOnlyList<SeriesRank>>> TopAsync(SeriesGroupQuery query, int count, CancellationToken cancellationToken) =>
        Refuse(query.Metric, query.FromUtc, query.ToUtc, "count", count, MostRanks) is { } refused
            ? refused
            : (await analysis.TopAsync(query, count, cancellationToken)).ToList();

    public async Task<Result<SeriesResult>> SumAsync(SeriesGroupQuery query, int maxPoints, CancellationToken cancellationToken) =>
        Refuse(query.Metric, query.FromUtc, query.ToUtc, "maxPoints", maxPoints, MostPoints) is { } refused ? refused : await analysis.SumAsync(query, maxPoints, cancellationToken);

    private Error? Refuse(Metric metric, DateTime fromUtc, DateTime toUtc, string sizeField = "", int size = 1, int largest = 1)
    {
        if (actor.Deny(MonitoringPermissions.MonitoringRead) is { } denied)
        {
            return denied;
        }

        var fields = new List<FieldError>();
        if (size < 1 || size > largest)
        {
            fields.Add(new FieldError(sizeField, "common.out_of_range", 1, largest));
        }

        if (fromUtc.Kind != DateTimeKind.Utc)
        {
            fields.Add(new FieldError("fromUtc", "common.not_allowed"));
        }

        if (toUtc.Kind != DateTimeKind.Utc || toUtc <= fromUtc)
        {
            fields.Add(new FieldError("toUtc", "common.not_allowed"));
        }

        if (!Enum.IsDefined(metric))
        {
            fields.Add(new FieldError("metric", "common.not_allowed"));
        }

        return fields.Count > 0 ? CommonErrors.Invalid(fields) : null;
    }
}
