namespace IspPortal.Core.Alerts;

/// <summary>What one may be allowed to do with alerts.</summary>
public static class AlertPermissions
{
    /// <summary>See alerts.</summary>
    public const string AlertsRead = "alerts.read";

    /// <summary>Acknowledge and resolve alerts.</summary>
    public const string AlertsWrite = "alerts.write";
}
