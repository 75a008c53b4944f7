using System.Collections.Frozen;

namespace IspPortal.Core.Monitoring.Series;

/// <summary>Every metric with its kind and unit: the one list that stores, charts, rules and widgets go by.</summary>
public static class MetricCatalog
{
    private static readonly MetricDefinition[] Table =
    [
        new(Metric.DownBytes, MetricKind.Counter, MetricUnit.Bytes, [SeriesSubjectKind.Access, SeriesSubjectKind.Router, SeriesSubjectKind.Network]),
        new(Metric.UpBytes, MetricKind.Counter, MetricUnit.Bytes, [SeriesSubjectKind.Access, SeriesSubjectKind.Router, SeriesSubjectKind.Network]),
        new(Metric.CpuPercent, MetricKind.Gauge, MetricUnit.Percent, [SeriesSubjectKind.Router]),
        new(Metric.MemoryPercent, MetricKind.Gauge, MetricUnit.Percent, [SeriesSubjectKind.Router]),
        new(Metric.Sessions, MetricKind.Gauge, MetricUnit.Count, [SeriesSubjectKind.Router, SeriesSubjectKind.Network]),
        new(Metric.TemperatureCelsius, MetricKind.Gauge, MetricUnit.Celsius, [SeriesSubjectKind.Router]),
        new(Metric.RxBytes, MetricKind.Counter, MetricUnit.Bytes, [SeriesSubjectKind.Interface]),
        new(Metric.TxBytes, MetricKind.Counter, MetricUnit.Bytes, [SeriesSubjectKind.Interface]),
        new(Metric.VoltageVolts, MetricKind.Gauge, MetricUnit.Volts, [SeriesSubjectKind.Router]),
        new(Metric.UptimeSeconds, MetricKind.Gauge, MetricUnit.Seconds, [SeriesSubjectKind.Router]),
        new(Metric.PoolUsedPercent, MetricKind.Gauge, MetricUnit.Percent, [SeriesSubjectKind.Router, SeriesSubjectKind.Pool]),
        new(Metric.LicenceUsedPercent, MetricKind.Gauge, MetricUnit.Percent, [SeriesSubjectKind.Router]),
        new(Metric.ApiCostPercent, MetricKind.Gauge, MetricUnit.Percent, [SeriesSubjectKind.Router]),
        new(Metric.RxPackets, MetricKind.Counter, MetricUnit.Packets, [SeriesSubjectKind.Interface]),
        new(Metric.TxPackets, MetricKind.Counter, MetricUnit.Packets, [SeriesSubjectKind.Interface]),
        new(Metric.RxErrors, MetricKind.Counter, MetricUnit.Count, [SeriesSubjectKind.Interface]),
        new(Metric.TxErrors, MetricKind.Counter, MetricUnit.Count, [SeriesSubjectKind.Interface]),
        new(Metric.RxDrops, MetricKind.Counter, MetricUnit.Packets, [SeriesSubjectKind.Interface]),
        new(Metric.TxDrops, MetricKind.Counter, MetricUnit.Packets, [SeriesSubjectKind.Interface]),
        new(Metric.LatencyMilliseconds, MetricKind.Gauge, MetricUnit.Milliseconds, [SeriesSubjectKind.Router, SeriesSubjectKind.Probe]),
        new(Metric.LossPercent, MetricKind.Gauge, MetricUnit.Percent, [SeriesSubjectKind.Router, SeriesSubjectKind.Probe]),
        new(Metric.SignalDbm, MetricKind.Gauge, MetricUnit.Dbm, [SeriesSubjectKind.WirelessClient]),
        new(Metric.QualityPercent, MetricKind.Gauge, MetricUnit.Percent, [SeriesSubjectKind.WirelessClient]),
        new(Metric.AnsweredPercent, MetricKind.Gauge, MetricUnit.Percent, [SeriesSubjectKind.Router]),
        new(Metric.SignInFailures, MetricKind.Counter, MetricUnit.Count, [SeriesSubjectKind.Router]),
        new(Metric.RxPowerDbm, MetricKind.Gauge, MetricUnit.Dbm, [SeriesSubjectKind.Access]),
        new(Metric.OnlinePercent, MetricKind.Gauge, MetricUnit.Percent, [SeriesSubjectKind.Access]),
        new(Metric.DialInFailures, MetricKind.Counter, MetricUnit.Count, [SeriesSubjectKind.Router, SeriesSubjectKind.Dialer]),
    ];

    private static readonly FrozenDictionary<Metric, MetricDefinition> ByMetric = Table.ToFrozenDictionary(static d => d.Metric);

    /// <summary>All of them, in the order of their numbers.</summary>
    public static IReadOnlyList<MetricDefinition> All => Table;

    /// <summary>What <paramref name="metric"/> is.</summary>
    /// <exception cref="KeyNotFoundException">No such metric: a number that nobody gave.</exception>
    public static MetricDefinition Of(Metric metric) => ByMetric[metric];
}
