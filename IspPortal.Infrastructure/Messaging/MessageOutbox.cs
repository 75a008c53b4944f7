using System.Data.Common;
using System.Text.Json;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging;

/// <inheritdoc cref="IMessageOutbox" />
internal sealed class MessageOutbox(PortalContextSource source, MessageEvents events, MessageWake wake, TimeProvider clock) : IMessageOutbox
{
    private const string By = "messages";

    public async Task<Result<int>> QueueAsync(MessageOrder order, CancellationToken cancellationToken)
    {
        if (events.Find(order.Event) is not { } definition)
        {
            return MessagingErrors.UnknownEvent(order.Event);
        }

        if (MessageFields.Judge(order) is { } wrong)
        {
            return wrong;
        }

        await using var context = source.CreateForSystem(By);
        var queued = 0;
        foreach (var message in await RowsOfAsync(context, order, definition, cancellationToken))
        {
            queued += await TryAddAsync(context, message, cancellationToken) && message.State == MessageState.Waiting ? 1 : 0;
        }

        if (queued > 0)
        {
            wake.Ring();
        }

        return queued;
    }

    public async Task<int> DropAsync(Guid subjectId, IReadOnlyCollection<string>? kinds, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var context = source.CreateForSystem(By);
        var waiting = context.Set<Message>().Where(message => message.SubjectId == subjectId && message.State == MessageState.Waiting);
        if (kinds is not null)
        {
            var wanted = kinds.ToList();
            waiting = waiting.Where(message => wanted.Contains(message.Kind));
        }

        return await waiting.ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.State, MessageState.Dropped)
                .SetProperty(message => message.DroppedBecause, MessageDropReason.Withdrawn)
                .SetProperty(message => message.FinishedAtUtc, now),
            cancellationToken);
    }

    /// <summary>Those that are not queued yet, one to an address.</summary>
    private async Task<IReadOnlyList<Message>> RowsOfAsync(PortalDbContext context, MessageOrder order, MessageEventDefinition definition, CancellationToken cancellationToken)
    {
        var kind = order.Kind.Trim();
        var known = await context.Set<Message>().AsNoTracking().Where(message => message.SubjectId == order.SubjectId && message.Kind == kind)
            .Select(message => new { message.Channel, message.Address }).ToListAsync(cancellationToken);
        var seen = known.Select(message => (message.Channel, message.Address)).ToHashSet();
        var optedOut = definition.IsMarketing ? await OptedOutAsync(context, order, cancellationToken) : [];
        var now = clock.UtcNow();
        var values = JsonSerializer.Serialize(order.Values);
        var attachments = order.Attachments is { Count: > 0 } ? JsonSerializer.Serialize(order.Attachments) : null;
        var rows = new List<Message>();
        foreach (var to in order.To)
        {
            var address = MessageFields.AddressOf(to.Channel, to.Address)!;
            if (!seen.Add((to.Channel, address)))
            {
                continue;
            }

            var isUnwanted = to.CustomerId is { } customer && optedOut.Contains((customer, to.Channel));
            rows.Add(new Message
            {
                Id = Ids.New(clock),
                Event = order.Event,
                SubjectId = order.SubjectId,
                Kind = kind,
                Channel = to.Channel,
                Address = address,
                Name = to.Name is { Length: > Message.LongestName } name ? name[..Message.LongestName] : to.Name,
                Language = to.Language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "id",
                CustomerId = to.CustomerId,
                UserId = to.UserId,
                Rank = (int)definition.Priority,
                KeepsQuiet = definition.IsMarketing || definition.Priority == MessagePriority.Reminder,
                Values = values,
                Attachments = to.Channel == MessageChannel.Email ? attachments : null,
                QueuedAtUtc = now,
                NotAfterUtc = order.NotAfterUtc ?? (now + definition.GoodFor),
                NextAttemptAtUtc = order.NotBeforeUtc is { } later && later > now ? later : now,
                State = isUnwanted ? MessageState.Dropped : MessageState.Waiting,
                DroppedBecause = isUnwanted ? MessageDropReason.OptedOut : null,
                FinishedAtUtc = isUnwanted ? now : null,
            });
        }

        return rows;
    }

    private static async Task<HashSet<(Guid Customer, MessageChannel Channel)>> OptedOutAsync(PortalDbContext context, MessageOrder order, CancellationToken cancellationToken)
    {
        var customers = order.To.Where(to => to.CustomerId is not null).Select(to => to.CustomerId!.Value).Distinct().ToList();
        var rows = await context.Set<MessageOptOut>().AsNoTracking().Where(optOut => customers.Contains(optOut.CustomerId)).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.CustomerId, row.Channel))];
    }

    /// <summary>False when somebody else queued the same meanwhile: the unique index decides.</summary>
    private static async Task<bool> TryAddAsync(PortalDbContext context, Message message, CancellationToken cancellationToken)
    {
        try
        {
            await context.InsertRowsAsync([message], cancellationToken);
            return true;
        }
        catch (DbException exception) when (exception.IsUniqueViolation())
        {
            return false;
        }
    }
}
