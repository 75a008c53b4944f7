namespace IspPortal.Core.Alerts.Maintenance;

/// <summary>Where a maintenance window stands.</summary>
public enum MaintenanceState
{
    /// <summary>Its time has not come.</summary>
    Planned,

    /// <summary>Now.</summary>
    Running,

    /// <summary>It is over.</summary>
    Over,
}
