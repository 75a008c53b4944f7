namespace IspPortal.Core.Settings;

/// <summary>What one may be allowed to do with settings.</summary>
public static class SettingsPermissions
{
    /// <summary>See settings.</summary>
    public const string SettingsRead = "settings.read";

    /// <summary>Change settings.</summary>
    public const string SettingsWrite = "settings.write";
}
