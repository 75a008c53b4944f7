using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Monitoring.Series;

/// <summary>Reads history for charts. Needs <see cref="MonitoringPermissions.MonitoringRead"/>.</summary>
public interface ISeriesReader
{
    /// <summary>The points of one series; a subject without data gives gaps, not an error.</summary>
    Task<Result<SeriesResult>> QueryAsync(SeriesQuery query, CancellationToken cancellationToken);
}
