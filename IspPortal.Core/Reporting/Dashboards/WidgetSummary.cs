namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>How a range becomes one figure.</summary>
public enum WidgetSummary
{
    /// <summary>The last value that was read.</summary>
    Latest,

    /// <summary>The mean over what was read.</summary>
    Average,

    /// <summary>The largest.</summary>
    Maximum,

    /// <summary>What 95 % of the five-minute intervals stay under.</summary>
    Percentile95,

    /// <summary>All of a counter's growth.</summary>
    Sum,
}
