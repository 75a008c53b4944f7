namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>Which way traffic goes, seen from the customer.</summary>
public enum TrafficDirection
{
    /// <summary>Both added up.</summary>
    Both,

    /// <summary>Towards customers.</summary>
    Down,

    /// <summary>From customers.</summary>
    Up,
}
