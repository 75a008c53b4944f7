using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging;

/// <summary>Removes messages past their time; what still waits stays.</summary>
internal sealed class MessageRetention(PortalContextSource source, ISettingsReader<MessagingSettings> settings, TimeProvider clock)
{
    public async Task<int> RemoveOldAsync(CancellationToken cancellationToken)
    {
        var before = clock.UtcNow().AddDays(-(await settings.GetAsync(cancellationToken)).KeepDays);
        await using var context = source.CreateForSystem("message-retention");
        return await context.Set<Message>().Where(message => message.QueuedAtUtc < before && message.State != MessageState.Waiting && message.State != MessageState.Sending).ExecuteDeleteAsync(cancellationToken);
    }
}
