namespace IspPortal.Core.Alerts.Maintenance;

/// <summary>What is worked on.</summary>
public enum MaintenanceTarget
{
    /// <summary>Everything.</summary>
    Everything,

    /// <summary>All routers of a site.</summary>
    Site,

    /// <summary>One router and what is on it.</summary>
    Router,
}
