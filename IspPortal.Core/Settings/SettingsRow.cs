namespace IspPortal.Core.Settings;

/// <summary>One section as it is stored. The service writes the audit row field by field.</summary>
internal sealed class SettingsRow
{
    public required string Key { get; init; }

    public required string Json { get; set; }

    public required DateTime ChangedAtUtc { get; set; }

    public long Version { get; set; }
}
