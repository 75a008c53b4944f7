namespace IspPortal.Core.Settings;

/// <summary>One field of a section. Its label is the resource <c>Settings.&lt;section&gt;.&lt;name&gt;</c>.</summary>
/// <param name="Name">The name in camelCase.</param>
/// <param name="Kind">What to enter.</param>
/// <param name="Choices">The allowed words when <paramref name="Kind"/> is <see cref="SettingsFieldKind.Choice"/>; else empty.</param>
public sealed record SettingsField(string Name, SettingsFieldKind Kind, IReadOnlyList<string> Choices);
