using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring;

internal sealed class SeriesReader(ISeriesStore store, ICurrentActor actor) : ISeriesReader
{
    private const int MostPoints = 5_000;

    public async Task<Result<SeriesResult>> QueryAsync(SeriesQuery query, CancellationToken cancellationToken)
    {
        if (actor.Deny(MonitoringPermissions.MonitoringRead) is { } denied)
        {
            return denied;
        }

        var fields = new List<FieldError>();
        if (query.MaxPoints is < 1 or > MostPoints)
        {
            fields.Add(new FieldError("maxPoints", "common.out_of_range", 1, MostPoints));
        }

        if (query.FromUtc.Kind != DateTimeKind.Utc)
        {
            fields.Add(new FieldError("fromUtc", "common.not_allowed"));
        }

        if (query.ToUtc.Kind != DateTimeKind.Utc || query.ToUtc <= query.FromUtc)
        {
            fields.Add(new FieldError("toUtc", "common.not_allowed"));
        }

        if (!Enum.IsDefined(query.Metric))
        {
            fields.Add(new FieldError("metric", "common.not_allowed"));
        }

        return fields.Count > 0 ? CommonErrors.Invalid(fields) : await store.QueryAsync(query, cancellationToken);
    }
}
