namespace IspPortal.Core.Monitoring.Series;

/// <summary>Everything that is kept over time. The numbers are stored: never change or reuse one.</summary>
public enum Metric
{
    /// <summary>Bytes towards the customer in the interval (a counter's delta).</summary>
    DownBytes = 1,

    /// <summary>Bytes from the customer in the interval (a counter's delta).</summary>
    UpBytes = 2,

    /// <summary>CPU load of a router, percent (gauge).</summary>
    CpuPercent = 3,

    /// <summary>Used memory of a router, percent (gauge).</summary>
    MemoryPercent = 4,

    /// <summary>Live sessions (gauge).</summary>
    Sessions = 5,

    /// <summary>Temperature of a router, degrees Celsius (gauge).</summary>
    TemperatureCelsius = 6,

    /// <summary>Bytes received by an interface in the interval (a counter's delta).</summary>
    RxBytes = 7,

    /// <summary>Bytes sent by an interface in the interval (a counter's delta).</summary>
    TxBytes = 8,

    /// <summary>Supply voltage of a router, volts (gauge).</summary>
    VoltageVolts = 9,
}
