namespace IspPortal.Core.Settings;

/// <summary>A section and its version.</summary>
/// <typeparam name="T">The section.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Version">Counts the saves; 0 means the defaults, never saved.</param>
public sealed record VersionedSettings<T>(T Value, long Version);
