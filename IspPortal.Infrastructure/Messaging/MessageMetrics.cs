using IspPortal.Core.Common.Metrics;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging;

/// <summary>How many messages wait and how long the oldest that may go does, what was given up, which senders are paused.</summary>
internal sealed class MessageMetrics(PortalContextSource contexts, TimeProvider clock) : IMetricSource
{
    public async ValueTask<IReadOnlyList<MetricSample>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateForSystem("metrics");
        var now = clock.UtcNow();
        var messages = context.Set<Message>().AsNoTracking();
        var waiting = messages.Where(message => message.State == MessageState.Waiting);
        var oldest = await waiting.Where(message => message.NextAttemptAtUtc <= now).Select(message => (DateTime?)message.NextAttemptAtUtc).MinAsync(cancellationToken);
        return
        [
            new("ispportal_messages_waiting", "Messages that wait.", await waiting.CountAsync(cancellationToken)),
            new("ispportal_messages_failed", "Messages that were given up.", await messages.CountAsync(message => message.State == MessageState.Failed, cancellationToken)),
            new("ispportal_messages_uncertain", "Messages of which nobody knows whether they were taken.", await messages.CountAsync(message => message.State == MessageState.Uncertain, cancellationToken)),
            new("ispportal_messages_oldest_waiting_seconds", "How long the oldest message that may go has waited; 0 when none does.", oldest is { } at ? Math.Max(0, (now - at).TotalSeconds) : 0),
            new("ispportal_message_senders_paused", "Senders that are paused.", await context.Set<MessageSender>().CountAsync(sender => sender.PausedAtUtc != null && sender.RemovedAtUtc == null, cancellationToken)),
        ];
    }
}
