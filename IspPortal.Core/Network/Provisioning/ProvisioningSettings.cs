namespace IspPortal.Core.Network.Provisioning;

/// <summary>How the portal changes routers; a page of the settings.</summary>
public sealed record ProvisioningSettings
{
    /// <summary>Portal-wide observe mode: no router is written to; plans only say what they would have done.</summary>
    public bool ObserveMode { get; init; }

    /// <summary>The most requests per second sent to one router while applying, 1–500; half of it while its CPU is above 80 %.</summary>
    public int RequestsPerSecond { get; init; } = 120;

    /// <summary>A plan stops by itself when more than this share of its finished steps failed (and at least five), 1–100 %.</summary>
    public int StopAtFailedPercent { get; init; } = 20;

    /// <summary>The profile that isolates a line, the same name on every router.</summary>
    public string IsolirProfile { get; init; } = "isolir";

    /// <summary>The address list that the isolir profile puts sessions on.</summary>
    public string IsolirList { get; init; } = "isolir";

    /// <summary>The address list that cuts a static line off.</summary>
    public string BlockedList { get; init; } = "blocked";

    /// <summary>How often each router is read whole and compared with what it should hold, 5–1,440 minutes.</summary>
    public int CompareEveryMinutes { get; init; } = 15;

    /// <summary>How long plans and their steps are kept, 30–3,650 days.</summary>
    public int KeepPlansDays { get; init; } = 365;
}
