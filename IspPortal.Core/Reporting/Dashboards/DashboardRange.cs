namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>How much time a dashboard looks back.</summary>
public enum DashboardRange
{
    /// <summary>One hour.</summary>
    Hour,

    /// <summary>Six hours.</summary>
    SixHours,

    /// <summary>24 hours.</summary>
    Day,

    /// <summary>Seven days.</summary>
    Week,

    /// <summary>30 days.</summary>
    Month,

    /// <summary>90 days.</summary>
    Quarter,
}
