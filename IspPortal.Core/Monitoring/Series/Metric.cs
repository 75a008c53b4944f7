namespace IspPortal.Core.Monitoring.Series;

/// <summary>Everything that is kept over time. The numbers are stored: never change or reuse one (26 is left out).</summary>
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

    /// <summary>Time since a router started, seconds (gauge).</summary>
    UptimeSeconds = 10,

    /// <summary>Used addresses of a router's fullest pool, or of one pool, percent (gauge).</summary>
    PoolUsedPercent = 11,

    /// <summary>Live sessions of those that a router's licence allows, percent (gauge). Not kept where the licence has no limit.</summary>
    LicenceUsedPercent = 12,

    /// <summary>Share of its time that a router spent answering the portal, percent (gauge).</summary>
    ApiCostPercent = 13,

    /// <summary>Packets received by an interface in the interval (a counter's delta).</summary>
    RxPackets = 14,

    /// <summary>Packets sent by an interface in the interval (a counter's delta).</summary>
    TxPackets = 15,

    /// <summary>Receive errors of an interface in the interval (a counter's delta).</summary>
    RxErrors = 16,

    /// <summary>Send errors of an interface in the interval (a counter's delta).</summary>
    TxErrors = 17,

    /// <summary>Packets that an interface dropped on receiving in the interval (a counter's delta).</summary>
    RxDrops = 18,

    /// <summary>Packets that an interface dropped on sending in the interval (a counter's delta).</summary>
    TxDrops = 19,

    /// <summary>Mean round trip, milliseconds (gauge): portal to router for a router, router to target for a probe. Not kept when nothing came back.</summary>
    LatencyMilliseconds = 20,

    /// <summary>Share of echoes that did not come back, percent (gauge).</summary>
    LossPercent = 21,

    /// <summary>Signal of a wireless client at the access point, dBm (gauge).</summary>
    SignalDbm = 22,

    /// <summary>Client connection quality of a wireless client, percent (gauge).</summary>
    QualityPercent = 23,

    /// <summary>Whether a router answered the poll, 100 or 0 (gauge): its mean is the availability in percent.</summary>
    AnsweredPercent = 24,

    /// <summary>Sign-ins of administrators that a router refused in the interval (a counter's delta).</summary>
    SignInFailures = 25,

    /// <summary>Light received by a line's ONT, dBm (gauge); as often as somebody reads it.</summary>
    RxPowerDbm = 26,

    /// <summary>Whether a line had a session, 100 or 0 (gauge): its mean over the time its router was read is the line's availability in percent.</summary>
    OnlinePercent = 27,

    /// <summary>Dial-ins that a router refused in the interval for what the device said of itself (a counter's delta): of all, and by device.</summary>
    DialInFailures = 28,
}
