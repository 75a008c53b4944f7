using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Infrastructure.Messaging.Sending;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging;

/// <summary>Works out when messages will be out; asks nobody whether he may know.</summary>
internal sealed class SendingOutlooks(IDbContextFactory<PortalDbContext> contexts, SenderSlots slots, MessagePicker picker, TimeProvider clock)
{
    /// <summary>When <paramref name="count"/> more of this channel and priority will be out; null: nobody sends there.</summary>
    public async Task<SendingOutlook?> OfAsync(MessageChannel channel, MessagePriority priority, int count, CancellationToken cancellationToken)
    {
        var (now, quiet) = (clock.UtcNow(), await picker.QuietAsync(cancellationToken));
        var senders = (await slots.ReadAsync(cancellationToken)).Where(pair => pair.Sender.Channel == channel).ToList();
        if (senders.Count == 0)
        {
            return null;
        }

        var rank = (int)priority;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (senders.Exists(pair => pair.Sender.Type != MessageSenderType.WhatsAppCloud) && !await context.Set<MessageTemplate>().AnyAsync(template => template.CloudName != null, cancellationToken))
        {
            // Without an approved template the Cloud API says next to nothing.
            senders.RemoveAll(pair => pair.Sender.Type == MessageSenderType.WhatsAppCloud);
        }

        var ahead = await context.Set<Message>().LongCountAsync(message => message.State == MessageState.Waiting && message.Channel == channel && message.Rank <= rank, cancellationToken);
        var today = quiet.DayOf(now);
        var outlooks = senders.ConvertAll(pair => new SenderOutlook(
            SenderSlots.AllowanceOf(pair.Sender),
            pair.Pace.ClosedUntilUtc > pair.Pace.NextFreeAtUtc ? pair.Pace.ClosedUntilUtc.Value : pair.Pace.NextFreeAtUtc,
            pair.Pace.CountedOn == today ? pair.Pace.SentOnDay : 0));
        var done = SendingForecast.EndOf(ahead + Math.Max(0, count), outlooks, quiet, priority == MessagePriority.Reminder, now);
        return new SendingOutlook(Math.Max(0, count), ahead, senders.Count, senders.Sum(pair => (long)pair.Sender.PerHour), done);
    }
}
