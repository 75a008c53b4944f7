using System.Text.Encodings.Web;
using System.Text.Json;

namespace IspPortal.Infrastructure.Persistence.Interceptors;

/// <summary>How the audit writes its JSON: readable letters, it is never put into HTML unescaped.</summary>
internal static class AuditJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
