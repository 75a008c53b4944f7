using System.Collections.Frozen;
using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Messaging;

/// <summary>Everything that people are told about, as the features registered it.</summary>
internal sealed class MessageEvents(IEnumerable<MessageEventDefinition> definitions)
{
    private readonly FrozenDictionary<string, MessageEventDefinition> _byKey = definitions.ToFrozenDictionary(definition => definition.Key, StringComparer.Ordinal);

    /// <summary>By key.</summary>
    public IReadOnlyList<MessageEventDefinition> All => [.. _byKey.Values.OrderBy(definition => definition.Key, StringComparer.Ordinal)];

    public MessageEventDefinition? Find(string key) => _byKey.GetValueOrDefault(key);
}
