namespace IspPortal.Core.Monitoring;

/// <summary>What one may be allowed to see of the live network.</summary>
public static class MonitoringPermissions
{
    /// <summary>See the wall, graphs and history.</summary>
    public const string MonitoringRead = "monitoring.read";
}
