using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>When the network, or one router, is busy. Needs <see cref="MonitoringPermissions.MonitoringRead"/>.</summary>
public interface IBusyHours
{
    /// <summary>The weekdays by the hour in the business zone, over the last weeks.</summary>
    /// <param name="routerId">Of this router, or null: the whole network.</param>
    /// <param name="weeks">How many weeks back, 1–52.</param>
    /// <param name="direction">Which traffic.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result<BusyHoursReport>> ReadAsync(Guid? routerId, int weeks, TrafficDirection direction, CancellationToken cancellationToken);
}
