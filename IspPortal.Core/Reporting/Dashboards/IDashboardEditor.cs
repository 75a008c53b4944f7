using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>
/// Makes and changes dashboards. Needs <see cref="ReportingPermissions.DashboardsWrite"/>; shared ones of others need <see cref="ReportingPermissions.DashboardsPublish"/> besides. Errors of all:
/// <see cref="DashboardErrors.NotFound"/>, <see cref="DashboardErrors.NotYours"/>, <c>common.version_conflict</c>, <c>common.invalid</c> with fields.
/// </summary>
public interface IDashboardEditor
{
    /// <summary>Makes one of one's own; the same id twice makes one.</summary>
    Task<Result> CreateAsync(Guid dashboardId, SaveDashboardRequest request, CancellationToken cancellationToken);

    /// <summary>Replaces all of it; gives the new version.</summary>
    Task<Result<long>> SaveAsync(Guid dashboardId, long version, SaveDashboardRequest request, CancellationToken cancellationToken);

    /// <summary>Makes a private copy of one that the reader may see.</summary>
    Task<Result> DuplicateAsync(Guid dashboardId, Guid copyId, string name, CancellationToken cancellationToken);

    /// <summary>Takes it away with its links.</summary>
    Task<Result> DeleteAsync(Guid dashboardId, long version, CancellationToken cancellationToken);
}
