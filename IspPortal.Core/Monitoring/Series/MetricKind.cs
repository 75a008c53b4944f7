namespace IspPortal.Core.Monitoring.Series;

/// <summary>How a metric's samples add up.</summary>
public enum MetricKind
{
    /// <summary>Growth of a counter: samples sum, and show as a rate per second.</summary>
    Counter,

    /// <summary>A value at a time: samples average.</summary>
    Gauge,
}
