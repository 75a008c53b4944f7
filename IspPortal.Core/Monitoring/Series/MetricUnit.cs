namespace IspPortal.Core.Monitoring.Series;

/// <summary>What a metric is measured in.</summary>
public enum MetricUnit
{
    /// <summary>Bytes; shown as bits per second when it is a rate.</summary>
    Bytes,

    /// <summary>Packets.</summary>
    Packets,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>Percent.</summary>
    Percent,

    /// <summary>Degrees Celsius.</summary>
    Celsius,

    /// <summary>Volts.</summary>
    Volts,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>Decibels relative to one milliwatt.</summary>
    Dbm,
}
