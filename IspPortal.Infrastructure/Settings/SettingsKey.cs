namespace IspPortal.Infrastructure.Settings;

/// <summary>Under which name a section is stored.</summary>
internal sealed record SettingsKey<T>(string Name);
