using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Alerts;

/// <summary>Reads incidents. Needs <see cref="AlertPermissions.AlertsRead"/>.</summary>
public interface IAlertDirectory
{
    /// <summary>Lists incidents, newest first; search over the subject's name; sorts: opened, severity, status, subject.</summary>
    Task<Result<Page<AlertRow>>> ListAsync(AlertFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One incident in full, or <see cref="AlertErrors.NotFound"/>.</summary>
    Task<Result<AlertDetails>> GetAsync(Guid alertId, CancellationToken cancellationToken);

    /// <summary>What is open now.</summary>
    Task<Result<AlertSummary>> SummaryAsync(CancellationToken cancellationToken);
}
