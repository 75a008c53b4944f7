namespace IspPortal.Core.Alerts;

/// <summary>What one may be allowed to do with alerts.</summary>
public static class AlertPermissions
{
    /// <summary>See alerts, rules, maintenance windows and who is on call.</summary>
    public const string AlertsRead = "alerts.read";

    /// <summary>Acknowledge and resolve alerts, plan maintenance windows.</summary>
    public const string AlertsWrite = "alerts.write";

    /// <summary>Change rules, policies and the rota.</summary>
    public const string AlertsConfigure = "alerts.configure";
}
