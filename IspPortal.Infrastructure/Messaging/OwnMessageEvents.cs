using System.Resources;
using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Messaging;

/// <summary>What messages themselves tell.</summary>
internal static class OwnMessageEvents
{
    private static readonly ResourceManager Texts = new("IspPortal.Infrastructure.Messaging.MessageEventTexts", typeof(OwnMessageEvents).Assembly);

    public static MessageEventDefinition Test { get; } = new(
        SenderTests.Event, MessagePriority.Receipt, [new MessageField("company", "Jaya Net"), new MessageField("sender", "WA 1")], Texts);
}
