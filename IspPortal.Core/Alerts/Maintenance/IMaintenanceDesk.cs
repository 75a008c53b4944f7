using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Alerts.Maintenance;

/// <summary>Maintenance windows. Reading needs <see cref="AlertPermissions.AlertsRead"/>, planning <see cref="AlertPermissions.AlertsWrite"/>.</summary>
public interface IMaintenanceDesk
{
    /// <summary>Lists windows: running and planned ones first, then the latest; search over name and reason.</summary>
    Task<Result<Page<MaintenanceRow>>> ListAsync(MaintenanceState? state, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One window, or <see cref="AlertErrors.WindowNotFound"/>.</summary>
    Task<Result<MaintenanceRow>> GetAsync(Guid windowId, CancellationToken cancellationToken);

    /// <summary>Plans one, with the id that the form got when it opened; sent twice it is planned once.</summary>
    Task<Result> PlanAsync(Guid windowId, PlanMaintenanceRequest request, CancellationToken cancellationToken);

    /// <summary>Ends it now, or calls it off; <see cref="AlertErrors.WindowOver"/>.</summary>
    Task<Result> EndAsync(Guid windowId, long? version, CancellationToken cancellationToken);
}
