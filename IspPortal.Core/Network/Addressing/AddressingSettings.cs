namespace IspPortal.Core.Network.Addressing;

/// <summary>How pools and fixed addresses are read; a page of the settings.</summary>
public sealed record AddressingSettings
{
    /// <summary>How often the pools and fixed addresses of each router are read, 5–1,440 minutes.</summary>
    public int ReadEveryMinutes { get; init; } = 60;

    /// <summary>From which share on a pool counts as nearly full, 50–100 %.</summary>
    public int FullAbovePercent { get; init; } = 90;

    /// <summary>How long conflicts that are over are kept, 1–3,650 days.</summary>
    public int KeepResolvedDays { get; init; } = 90;
}
