namespace IspPortal.Core.Monitoring;

/// <summary>How routers are read and judged; a page of the settings.</summary>
public sealed record MonitoringSettings
{
    /// <summary>How often counters are read, 5–300 s, unless the router says otherwise.</summary>
    public int CountersEverySeconds { get; init; } = 10;

    /// <summary>How often sessions are read, 10–600 s, unless the router says otherwise.</summary>
    public int SessionsEverySeconds { get; init; } = 30;

    /// <summary>How often the enabled secrets are read, 1–1,440 min.</summary>
    public int SecretsEveryMinutes { get; init; } = 15;

    /// <summary>How many polls in a row must fail before a router counts as offline, 1–20.</summary>
    public int OfflineAfterFailures { get; init; } = 3;

    /// <summary>CPU load from which polling backs off, 50–100 %.</summary>
    public int BackOffAboveCpuPercent { get; init; } = 85;

    /// <summary>How long raw samples are kept, 2–720 h.</summary>
    public int KeepRawHours { get; init; } = 48;

    /// <summary>How long five-minute figures are kept, 7–730 days.</summary>
    public int KeepFiveMinutesDays { get; init; } = 90;

    /// <summary>How long hourly figures are kept, 30–3,650 days.</summary>
    public int KeepHoursDays { get; init; } = 731;

    /// <summary>How long the usage of a day is kept, 365–7,300 days: as long as the invoices that may stand on it.</summary>
    public int KeepUsageDays { get; init; } = 3660;

    /// <summary>The IPv4 addresses that every router pings once a minute, at most ten, separated by commas or spaces; empty for none.</summary>
    public string ProbeTargets { get; init; } = "1.1.1.1, 8.8.8.8";

    /// <summary><see cref="ProbeTargets"/> one by one.</summary>
    public IReadOnlyList<string> Targets() => [.. ProbeTargets.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
}
