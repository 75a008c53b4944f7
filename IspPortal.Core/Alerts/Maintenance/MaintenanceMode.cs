namespace IspPortal.Core.Alerts.Maintenance;

/// <summary>What becomes of incidents meanwhile.</summary>
public enum MaintenanceMode
{
    /// <summary>They open and show as muted; nobody is told unless they outlive the window.</summary>
    Muted,

    /// <summary>They do not open; what still holds after the window opens then.</summary>
    NotOpened,
}
