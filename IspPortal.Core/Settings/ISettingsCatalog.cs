using System.Text.Json.Nodes;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Settings;

/// <summary>Every section of every feature, for the Settings page and the REST API.</summary>
public interface ISettingsCatalog
{
    /// <summary>All sections, ordered by key. Needs <see cref="SettingsPermissions.SettingsRead"/>.</summary>
    Task<Result<IReadOnlyList<SettingsSection>>> ListAsync(CancellationToken cancellationToken);

    /// <summary>One section; <see cref="SettingsErrors.NotFound"/>. Needs <see cref="SettingsPermissions.SettingsRead"/>.</summary>
    Task<Result<SettingsSection>> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces a section by a JSON object in camelCase; fields that are left out take their defaults. Gives the new version. Errors as
    /// <see cref="ISettings{T}.SaveAsync"/>, <see cref="SettingsErrors.NotFound"/>, <see cref="SettingsErrors.Unreadable"/>.
    /// </summary>
    Task<Result<long>> SaveAsync(string key, JsonObject value, long version, CancellationToken cancellationToken);
}
