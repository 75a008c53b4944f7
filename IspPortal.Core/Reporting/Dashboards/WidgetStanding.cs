namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>How something stands.</summary>
public enum WidgetStanding
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>As it should.</summary>
    Good,

    /// <summary>Somebody should look.</summary>
    Warning,

    /// <summary>Broken.</summary>
    Bad,

    /// <summary>Switched off on purpose.</summary>
    Off,
}
