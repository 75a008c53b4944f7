using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging;

/// <inheritdoc cref="IMessageRoutes" />
internal sealed class MessageRoutes(PortalContextSource source) : IMessageRoutes
{
    public async Task<bool> IsOpenAsync(MessageChannel channel, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("messages");
        return await context.Set<MessageSender>().AnyAsync(sender => sender.Channel == channel && sender.IsEnabled && sender.RemovedAtUtc == null, cancellationToken);
    }
}
