using System.Net;
using System.Text.Json;

namespace IspPortal.Infrastructure.Lab.Messages;

/// <summary>A call to a provider of the lab.</summary>
internal sealed record LabCall(string Path, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Header(string name) => Headers.GetValueOrDefault(name) ?? "";

    /// <summary>A field of a form.</summary>
    public string? Field(string name) => Body.Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2 && pair[0] == name).Select(pair => WebUtility.UrlDecode(pair[1])).FirstOrDefault();

    /// <summary>The body as JSON, or null when it is none.</summary>
    public JsonElement? Json()
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
