namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>Who sees a dashboard.</summary>
public enum DashboardVisibility
{
    /// <summary>Its owner alone.</summary>
    Private,

    /// <summary>Everybody who may see dashboards, or those of the roles that it names.</summary>
    Shared,
}
