using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>Hands messages to one kind of provider. Never throws for what a provider does; says honestly when it does not know whether the message was taken.</summary>
internal interface IMessageGateway
{
    MessageSenderType Type { get; }

    /// <summary>Whether the provider knows a repeated message by its id, so that what is uncertain may be sent again.</summary>
    bool KnowsRepeats { get; }

    Task<GatewayAnswer> SendAsync(MessageSender sender, OutgoingMessage message, CancellationToken cancellationToken);
}
