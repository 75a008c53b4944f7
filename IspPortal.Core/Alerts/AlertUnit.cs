namespace IspPortal.Core.Alerts;

/// <summary>What the value and the threshold of an incident count.</summary>
public enum AlertUnit
{
    /// <summary>The metric's own unit; rates of bytes in bits per second.</summary>
    OfMetric,

    /// <summary>Percent, of a capacity or of a group.</summary>
    Percent,

    /// <summary>A plain number: how many subjects, or how much a counter grew.</summary>
    Plain,
}
