using System.Text.Json.Nodes;

namespace IspPortal.Web.Features.Settings.Api;

/// <summary>A section as it shall be.</summary>
/// <param name="Version">The version that was read.</param>
/// <param name="Values">All fields; one that is left out takes its default.</param>
internal sealed record SaveSettingsBody(long? Version, JsonObject? Values);
