using System.Text.Json.Nodes;
using IspPortal.Core.Settings;

namespace IspPortal.Web.Features.Settings.Api;

/// <summary>One section of the settings.</summary>
/// <param name="Key">Stable name, e.g. company.</param>
/// <param name="Version">Send it with a change; 0 means never saved.</param>
/// <param name="ChangedAtUtc">When it was last saved, or null.</param>
/// <param name="Values">The present values.</param>
/// <param name="Fields">What each field takes.</param>
internal sealed record SettingsSectionResource(string Key, long Version, DateTime? ChangedAtUtc, JsonObject Values, IReadOnlyList<SettingsField> Fields)
{
    public static SettingsSectionResource Of(SettingsSection section) => new(section.Key, section.Version, section.ChangedAtUtc, section.Values, section.Fields);
}
