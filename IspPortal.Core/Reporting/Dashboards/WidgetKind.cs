namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>What a widget is.</summary>
public enum WidgetKind
{
    /// <summary>One figure, the one before, and how it went.</summary>
    Number,

    /// <summary>Several series over time.</summary>
    Chart,

    /// <summary>The largest of a group.</summary>
    Table,

    /// <summary>Routers and outages where they are.</summary>
    Map,

    /// <summary>One figure between its limits.</summary>
    Gauge,

    /// <summary>How routers, interfaces or jobs stand.</summary>
    Status,

    /// <summary>Incidents that are not over.</summary>
    Alerts,
}
