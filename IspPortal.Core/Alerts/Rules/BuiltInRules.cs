using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Alerts.Rules;

/// <summary>The rules that the portal comes with: what an operator is glad to be told unasked. Each is made once; what somebody changed of it stays.</summary>
internal static class BuiltInRules
{
    public const string RouterUnreachable = "router-unreachable";
    public const string RouterCertificate = "router-certificate";
    public const string IsolirKit = "isolir-kit";
    public const string Outage = "outage";

    /// <summary>The policies that they go by.</summary>
    public static readonly Guid UrgentPolicy = new("01890000-0000-7000-8000-00000000e001");

    public static readonly Guid CalmPolicy = new("01890000-0000-7000-8000-00000000e002");

    public static IReadOnlyList<(string Key, SaveAlertRuleRequest Terms)> All { get; } =
    [
        (RouterUnreachable, State(AlertSignal.RouterUnreachable, AlertSeverity.Critical, UrgentPolicy)),
        (RouterCertificate, State(AlertSignal.RouterCertificate, AlertSeverity.Critical, UrgentPolicy)),
        (IsolirKit, State(AlertSignal.IsolirKit, AlertSeverity.Warning, CalmPolicy)),
        (Outage, State(AlertSignal.Outage, AlertSeverity.Critical, UrgentPolicy)),
        ("session-drop", On(Metric.Sessions, AlertOperator.FellByPercent, 20, 0, AlertSeverity.Critical, UrgentPolicy) with { WindowSeconds = 120, ClearValue = 10 }),
        ("cpu-high", On(Metric.CpuPercent, AlertOperator.Above, 90, 300, AlertSeverity.Warning, CalmPolicy) with { ClearValue = 80 }),
        ("voltage-low", On(Metric.VoltageVolts, AlertOperator.Below, 11.0, 60, AlertSeverity.Critical, UrgentPolicy) with { ClearValue = 11.5 }),
        ("temperature-high", On(Metric.TemperatureCelsius, AlertOperator.Above, 70, 300, AlertSeverity.Warning, CalmPolicy) with { ClearValue = 65 }),
        ("uplink-full", On(Metric.DownBytes, AlertOperator.Above, 90, 600, AlertSeverity.Warning, CalmPolicy) with { ClearValue = 85, OfCapacity = true }),
        ("pool-full", On(Metric.PoolUsedPercent, AlertOperator.Above, 90, 60, AlertSeverity.Warning, CalmPolicy) with { ClearValue = 85 }),
        ("licence-full", On(Metric.LicenceUsedPercent, AlertOperator.Above, 90, 60, AlertSeverity.Warning, CalmPolicy) with { ClearValue = 85 }),
        ("light-low", On(Metric.RxPowerDbm, AlertOperator.Below, -27, 0, AlertSeverity.Warning, null) with { SubjectKind = SeriesSubjectKind.Access, ClearValue = -26 }),
        ("light-fell", On(Metric.RxPowerDbm, AlertOperator.FellBy, 3, 0, AlertSeverity.Warning, null) with { SubjectKind = SeriesSubjectKind.Access, WindowSeconds = 86_400, ClearValue = 2 }),
        ("sign-in-failures", On(Metric.SignInFailures, AlertOperator.GrewBy, 20, 0, AlertSeverity.Warning, CalmPolicy) with { WindowSeconds = 600 }),
        ("dial-in-failures", On(Metric.DialInFailures, AlertOperator.GrewBy, 20, 0, AlertSeverity.Warning, CalmPolicy) with { SubjectKind = SeriesSubjectKind.Dialer, WindowSeconds = 600 }),
    ];

    /// <summary>A rule of a fixed id, the same on every node.</summary>
    public static Guid IdOf(int place) => new(0x01890000, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0xE1, (byte)place]);

    private static SaveAlertRuleRequest State(AlertSignal signal, AlertSeverity severity, Guid policy) => new() { Signal = signal, Severity = severity, PolicyId = policy };

    private static SaveAlertRuleRequest On(Metric metric, AlertOperator compare, double value, int forSeconds, AlertSeverity severity, Guid? policy) =>
        new() { Metric = metric, SubjectKind = SeriesSubjectKind.Router, Operator = compare, Value = value, ForSeconds = forSeconds, Severity = severity, PolicyId = policy };
}
