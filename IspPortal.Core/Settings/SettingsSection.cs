using System.Text.Json.Nodes;

namespace IspPortal.Core.Settings;

/// <summary>One section, for a generic form.</summary>
/// <param name="Key">Stable name, e.g. <c>company</c>.</param>
/// <param name="Version">To be given back when saving; 0 means never saved.</param>
/// <param name="ChangedAtUtc">When it was last saved; null when never.</param>
/// <param name="Values">The present values, a JSON object in camelCase.</param>
/// <param name="Fields">The fields in the order of the type.</param>
public sealed record SettingsSection(string Key, long Version, DateTime? ChangedAtUtc, JsonObject Values, IReadOnlyList<SettingsField> Fields);
