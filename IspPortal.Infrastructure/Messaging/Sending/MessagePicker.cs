using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging.Sending;

/// <summary>Says which of the waiting messages goes next by a sender: receipts before outages before reminders before the rest, and what has waited longest of those.</summary>
internal sealed class MessagePicker(ISettingsReader<MessagingSettings> settings, ISettingsReader<CompanySettings> company, TimeProvider clock)
{
    private const int MostTogether = 20;

    public async Task<QuietHours> QuietAsync(CancellationToken cancellationToken)
    {
        var (set, zone) = (await settings.GetAsync(cancellationToken), (await company.GetAsync(cancellationToken)).BusinessZone);
        return new QuietHours(set.QuietFromHour, set.QuietToHour, TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc);
    }

    /// <summary>Whether anything is due at all: what an idle dispatcher asks.</summary>
    public async Task<bool> AnyAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        return await context.Set<Message>().AnyAsync(message => message.State == MessageState.Waiting && message.NextAttemptAtUtc <= now, cancellationToken);
    }

    public async Task<Message?> NextAsync(PortalDbContext context, MessageSender sender, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var due = Due(context, sender, now, (await QuietAsync(cancellationToken)).EndOf(now) is not null);
        if (sender.Type == MessageSenderType.WhatsAppCloud && await context.Set<MessageSender>().AnyAsync(other => other.Channel == MessageChannel.WhatsApp && other.Type != sender.Type && other.IsEnabled && other.RemovedAtUtc == null, cancellationToken))
        {
            due = Sayable(context, due, sender.Id, now);
        }

        return await due.OrderBy(message => message.Rank).ThenBy(message => message.NextAttemptAtUtc).ThenBy(message => message.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Other reminders to the same address that one text can carry with <paramref name="first"/>.</summary>
    public async Task<IReadOnlyList<Message>> TogetherAsync(PortalDbContext context, Message first, ReadyText text, CancellationToken cancellationToken)
    {
        if (first.Rank != (int)MessagePriority.Reminder || first.Attachments is not null || !text.Body.CanCarryMany || text.Cloud is not null || !(await settings.GetAsync(cancellationToken)).MergesLines)
        {
            return [];
        }

        var now = clock.UtcNow();
        var others = await context.Set<Message>().AsNoTracking()
            .Where(message => message.Channel == first.Channel && message.Address == first.Address && message.State == MessageState.Waiting && message.Event == first.Event && message.Language == first.Language)
            .Where(message => message.Id != first.Id && message.Attachments == null && message.NextAttemptAtUtc <= now && (message.NotAfterUtc == null || message.NotAfterUtc > now))
            .OrderBy(message => message.NextAttemptAtUtc).ThenBy(message => message.Id).Take(MostTogether).ToListAsync(cancellationToken);
        var values = MessageValues.Of(first.Values);
        return [.. others.Where(message => Shares(text, values, MessageValues.Of(message.Values)))];
    }

    internal static IQueryable<Message> Due(PortalDbContext context, MessageSender sender, DateTime now, bool isQuiet)
    {
        var channel = sender.Channel;
        var due = context.Set<Message>().AsNoTracking().Where(message => message.State == MessageState.Waiting && message.Channel == channel && message.NextAttemptAtUtc <= now);
        if (channel is MessageChannel.Chat or MessageChannel.Webhook)
        {
            due = due.Where(message => message.Address == sender.Name);
        }

        return isQuiet ? due.Where(message => !message.KeepsQuiet) : due;
    }

    /// <summary>What the Cloud API may say: by an approved template, or to who wrote within a day. Other senders take the rest.</summary>
    internal static IQueryable<Message> Sayable(PortalDbContext context, IQueryable<Message> due, Guid senderId, DateTime now)
    {
        var since = now.AddHours(-24);
        return due.Where(message =>
            context.Set<MessageTemplate>().Any(template => template.Event == message.Event && template.Channel == message.Channel && template.Language == message.Language && template.CloudName != null)
            || context.Set<MessageContact>().Any(contact => contact.SenderId == senderId && contact.Address == message.Address && contact.LastWroteAtUtc > since));
    }

    private static bool Shares(ReadyText text, IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        text.Body.Shares(one, other) && (text.Subject is null || text.Subject.SharedFields.All(field => string.Equals(one.GetValueOrDefault(field), other.GetValueOrDefault(field), StringComparison.Ordinal)));
}
