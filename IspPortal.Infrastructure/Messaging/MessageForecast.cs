using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Senders;

namespace IspPortal.Infrastructure.Messaging;

/// <inheritdoc cref="IMessageForecast" />
internal sealed class MessageForecast(SendingOutlooks outlooks, ICurrentActor actor) : IMessageForecast
{
    public async Task<Result<SendingOutlook>> ForecastAsync(MessageChannel channel, MessagePriority priority, int count, CancellationToken cancellationToken)
    {
        if (actor.Deny(MessagingPermissions.MessagesRead) is { } denied)
        {
            return denied;
        }

        return await outlooks.OfAsync(channel, priority, count, cancellationToken) is { } outlook ? outlook : MessagingErrors.NoSender;
    }
}
