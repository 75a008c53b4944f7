using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Settings;

/// <summary>One section of the business's settings: typed, validated, versioned, audited.</summary>
/// <typeparam name="T">The section: a record whose property defaults are the portal's defaults.</typeparam>
public interface ISettings<T> : ISettingsReader<T>
    where T : class, new()
{
    /// <summary>The value as it is stored now, with the version that <see cref="SaveAsync"/> wants back (0 when it was never saved). Needs <see cref="SettingsPermissions.SettingsRead"/>.</summary>
    Task<Result<VersionedSettings<T>>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the section and gives its new version. Needs <see cref="SettingsPermissions.SettingsWrite"/>; <c>common.invalid</c> with the fields that break
    /// a rule, <c>common.version_conflict</c> when somebody was faster.
    /// </summary>
    Task<Result<long>> SaveAsync(T value, long version, CancellationToken cancellationToken);
}
