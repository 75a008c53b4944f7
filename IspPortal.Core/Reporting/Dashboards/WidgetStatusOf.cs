namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>Whose state a status widget shows.</summary>
public enum WidgetStatusOf
{
    /// <summary>Every enabled router.</summary>
    Routers,

    /// <summary>The interfaces of one router.</summary>
    Interfaces,

    /// <summary>The portal's jobs.</summary>
    Jobs,
}
