using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Log;
using IspPortal.Infrastructure.Messaging.Sending;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging;

/// <inheritdoc cref="IMessageLog" />
internal sealed class MessageLog(IDbContextFactory<PortalDbContext> contexts, MessageEvents events, MessageWake wake, ICurrentActor actor, TimeProvider clock) : IMessageLog
{
    private const string Entity = "message";
    private static readonly MessageState[] Ended = [MessageState.Failed, MessageState.Dropped, MessageState.Uncertain, MessageState.WouldHave];

    public async Task<Result<Page<MessageRow>>> ListAsync(MessageFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(MessagingPermissions.MessagesRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = Filtered(context, filter);
        if (page.SearchOrNull is { } search)
        {
            var small = search.ToLowerInvariant();
            found = found.Where(message => message.Address.StartsWith(small) || message.Address.StartsWith(search) || message.Name!.Contains(search));
        }

        var count = await found.LongCountAsync(cancellationToken);
        var rows = await RowsOf(context, found.OrderByDescending(message => message.QueuedAtUtc).ThenByDescending(message => message.Id).Skip(page.Skip).Take(page.Take)).ToListAsync(cancellationToken);
        return Page<MessageRow>.Of([.. rows.OrderByDescending(row => row.QueuedAtUtc).ThenByDescending(row => row.Id)], page, count);
    }

    public async Task<Result<MessageDetails>> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (actor.Deny(MessagingPermissions.MessagesRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var message = await context.Set<Message>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (message is null)
        {
            return MessagingErrors.NotFound;
        }

        var row = await RowsOf(context, context.Set<Message>().AsNoTracking().Where(other => other.Id == id)).SingleAsync(cancellationToken);
        var definition = events.Find(message.Event);
        var (subject, text) = definition?.IsConfidential == true ? (null, null) : await TextOfAsync(context, message, definition, cancellationToken);
        return new MessageDetails(
            row, message.Kind, message.SubjectId, message.Language, subject, text, definition?.IsConfidential == true, [.. MessageValues.FilesOf(message.Attachments).Select(file => file.FileName)],
            message.NotAfterUtc, message.DeliveredAtUtc, message.ReadAtUtc, message.FinishedAtUtc, message.ProviderId, message.LastError, message.MergedIntoId);
    }

    public Task<Result> ResendAsync(Guid id, CancellationToken cancellationToken) => ActAsync(
        id,
        "resent",
        message => !Ended.Contains(message.State) ? MessagingErrors.NotResendable : message.Values is null ? MessagingErrors.TextForgotten : null,
        (row, now) => row.Where(message => Ended.Contains(message.State)).ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.State, MessageState.Waiting)
                .SetProperty(message => message.DroppedBecause, (MessageDropReason?)null)
                .SetProperty(message => message.Attempts, 0)
                .SetProperty(message => message.NextAttemptAtUtc, now)
                .SetProperty(message => message.NotAfterUtc, (DateTime?)null)
                .SetProperty(message => message.FinishedAtUtc, (DateTime?)null)
                .SetProperty(message => message.ErrorCode, (string?)null)
                .SetProperty(message => message.LastError, (string?)null),
            cancellationToken),
        MessagingErrors.NotResendable,
        cancellationToken);

    public Task<Result> DropAsync(Guid id, CancellationToken cancellationToken) => ActAsync(
        id,
        "dropped",
        message => message.State == MessageState.Waiting ? null : MessagingErrors.NotWaiting,
        (row, now) => row.Where(message => message.State == MessageState.Waiting).ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.State, MessageState.Dropped)
                .SetProperty(message => message.DroppedBecause, MessageDropReason.ByHand)
                .SetProperty(message => message.FinishedAtUtc, now),
            cancellationToken),
        MessagingErrors.NotWaiting,
        cancellationToken);

    private static IQueryable<Message> Filtered(PortalDbContext context, MessageFilter filter)
    {
        var found = context.Set<Message>().AsNoTracking();
        found = filter.State is { } state ? found.Where(message => message.State == state) : found;
        found = filter.Channel is { } channel ? found.Where(message => message.Channel == channel) : found;
        found = filter.Event is { } key ? found.Where(message => message.Event == key) : found;
        found = filter.CustomerId is { } customer ? found.Where(message => message.CustomerId == customer) : found;
        found = filter.SenderId is { } sender ? found.Where(message => message.SenderId == sender) : found;
        if (filter.Priority is { } priority)
        {
            var rank = (int)priority;
            found = found.Where(message => message.Rank == rank);
        }

        return found;
    }

    private static IQueryable<MessageRow> RowsOf(PortalDbContext context, IQueryable<Message> messages) =>
        from message in messages
        join known in context.Set<MessageSender>() on message.SenderId equals (Guid?)known.Id into senders
        from sender in senders.DefaultIfEmpty()
        select new MessageRow(
            message.Id, message.Event, message.Channel, message.Address, message.Name, message.CustomerId, (MessagePriority)message.Rank, message.State, message.DroppedBecause, message.ErrorCode,
            message.QueuedAtUtc, message.NextAttemptAtUtc, message.SentAtUtc, sender.Name, message.Attempts);

    private static async Task<(string? Subject, string? Text)> TextOfAsync(PortalDbContext context, Message message, MessageEventDefinition? definition, CancellationToken cancellationToken)
    {
        if (message.MergedIntoId is { } carrier)
        {
            var sent = await context.Set<Message>().AsNoTracking().Where(other => other.Id == carrier).Select(other => new { other.SentSubject, other.SentText }).SingleOrDefaultAsync(cancellationToken);
            return (sent?.SentSubject, sent?.SentText);
        }

        if (message.SentText is not null || message.Values is null || definition is null)
        {
            return (message.SentSubject, message.SentText);
        }

        // As it would go now.
        var text = await MessageTexts.FindAsync(context, definition, message.Channel, message.Language, cancellationToken);
        var values = new[] { MessageValues.Of(message.Values) };
        return (text.Subject?.Fill(values), text.Body.Fill(values));
    }

    private async Task<Result> ActAsync(Guid id, string action, Func<Message, Error?> judge, Func<IQueryable<Message>, DateTime, Task<int>> act, Error tooLate, CancellationToken cancellationToken)
    {
        if (actor.Deny(MessagingPermissions.MessagesWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var message = await context.Set<Message>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (message is null)
        {
            return MessagingErrors.NotFound;
        }

        if (judge(message) is { } refused)
        {
            return refused;
        }

        if (await act(context.Set<Message>().Where(row => row.Id == id), clock.UtcNow()) == 0)
        {
            return tooLate;
        }

        context.AddAudit(action, Entity, id.ToString(), null, null);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        wake.Ring();
        return Result.Success;
    }
}
