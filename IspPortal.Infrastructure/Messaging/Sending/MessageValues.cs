using System.Text.Json;
using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Messaging.Sending;

/// <summary>The fields and files of a message, as they are kept.</summary>
internal static class MessageValues
{
    public static IReadOnlyDictionary<string, string> Of(string? json) => json is null ? new Dictionary<string, string>(StringComparer.Ordinal) : JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];

    public static IReadOnlyList<MessageAttachment> FilesOf(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<MessageAttachment>>(json) ?? [];
}
