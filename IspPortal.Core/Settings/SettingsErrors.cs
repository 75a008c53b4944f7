using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Settings;

/// <summary>Expected failures of settings.</summary>
public static class SettingsErrors
{
    /// <summary>There is no section of that name.</summary>
    public static Error NotFound(string key) => new("settings.not_found", ErrorKind.NotFound, key);

    /// <summary>The JSON does not fit the section: a wrong type or an unknown field.</summary>
    public static Error Unreadable(string? field) => new("settings.unreadable", ErrorKind.Invalid, field);
}
