using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>Public links of a dashboard that the reader may see. Needs <see cref="ReportingPermissions.DashboardsPublish"/>.</summary>
public interface IDashboardLinks
{
    /// <summary>All of one dashboard, the newest first; those that ended more than 90 days ago are left out.</summary>
    Task<Result<IReadOnlyList<DashboardLinkRow>>> ListAsync(Guid dashboardId, CancellationToken cancellationToken);

    /// <summary>Makes one that works so many days, 1–365. It shows what its maker may see, as long as he may. <see cref="DashboardErrors.PersonRequired"/>.</summary>
    Task<Result<MadeDashboardLink>> MakeAsync(Guid dashboardId, int days, CancellationToken cancellationToken);

    /// <summary>Takes one back at once; one that is taken back already stays so. <see cref="DashboardErrors.LinkNotFound"/>.</summary>
    Task<Result> RevokeAsync(Guid dashboardId, Guid linkId, CancellationToken cancellationToken);
}
