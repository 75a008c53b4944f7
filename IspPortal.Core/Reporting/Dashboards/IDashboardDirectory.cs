using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>Reads dashboards: one's own, and those that are shared with everybody or with a role of the reader. Needs <see cref="ReportingPermissions.DashboardsRead"/>.</summary>
public interface IDashboardDirectory
{
    /// <summary>Lists dashboards; search over the name; sorts: name (default), updated, owner.</summary>
    Task<Result<Page<DashboardRow>>> ListAsync(DashboardFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One dashboard, or <see cref="DashboardErrors.NotFound"/>.</summary>
    Task<Result<DashboardDetails>> GetAsync(Guid dashboardId, CancellationToken cancellationToken);
}
