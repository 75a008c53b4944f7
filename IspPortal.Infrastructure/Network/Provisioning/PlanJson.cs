using System.Text.Encodings.Web;
using System.Text.Json;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Properties of a step as they are stored.</summary>
internal static class PlanJson
{
    // Comments hold names with accents; nothing of this goes into a page unescaped.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string? Write(IReadOnlyDictionary<string, string?> fields) => fields.Count == 0 ? null : JsonSerializer.Serialize(fields, Options);

    public static IReadOnlyDictionary<string, string?> Read(string? json) => string.IsNullOrEmpty(json)
        ? IspPortal.Core.Network.Provisioning.PlanStep.Empty
        : JsonSerializer.Deserialize<Dictionary<string, string?>>(json)!;
}
