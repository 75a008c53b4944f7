using System.Collections.Frozen;
using System.Text.Json;

namespace IspPortal.Infrastructure.Outbox;

/// <summary>Who handles what, as the features registered it.</summary>
internal sealed class EventCatalog(IEnumerable<EventHandlerEntry> entries)
{
    private readonly FrozenDictionary<string, EventHandlerEntry[]> _byEvent = entries.GroupBy(entry => entry.EventName, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    public IReadOnlyList<EventHandlerEntry> HandlersOf(string eventName) => _byEvent.GetValueOrDefault(eventName) ?? [];

    /// <summary>Null when the handler was removed since the event was stored.</summary>
    public EventHandlerEntry? Find(string eventName, string handler) => HandlersOf(eventName).FirstOrDefault(entry => entry.Name == handler);
}
