namespace IspPortal.Core.Network.Backups;

/// <summary>Backups of routers; a page of the settings.</summary>
public sealed record BackupSettings
{
    /// <summary>Whether every enabled router is backed up each night at 02:30 of the business zone.</summary>
    public bool Nightly { get; init; } = true;

    /// <summary>Whether the router's binary backup is made too.</summary>
    public bool Binary { get; init; } = true;

    /// <summary>How many good versions are kept per router, 1–1,000.</summary>
    public int KeepVersions { get; init; } = 60;
}
