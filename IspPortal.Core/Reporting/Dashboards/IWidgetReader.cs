using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>Reads what widgets show. Each kind needs the permissions of what it shows: figures that of monitoring, alerts that of alerts, jobs that of jobs, the map those of routers and the map.</summary>
public interface IWidgetReader
{
    /// <summary>What one widget shows now.</summary>
    /// <param name="widget">The widget; <c>common.invalid</c> when it breaks a rule.</param>
    /// <param name="range">How far back, where the widget has no range of its own.</param>
    /// <param name="audience">For whom.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result<WidgetContent>> ReadAsync(DashboardWidget widget, DashboardRange range, WidgetAudience audience, CancellationToken cancellationToken);
}
